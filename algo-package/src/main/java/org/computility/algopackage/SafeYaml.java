package org.computility.algopackage;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Loads YAML that a stranger wrote: no types, no duplicate keys, few aliases, bounded size and depth; scalars as {@link Written}. */
final class SafeYaml {

    private static final int DEEPEST = 16;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(AlgoPackage.LONGEST_YAML)
            .setMaxAliasesForCollections(10)
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setTagConstructors(Written.constructors())
            .build();

    private SafeYaml() {}

    static Object load(String yaml) throws InvalidPackageException {
        try {
            // The composer recurses, the parser does not: depth is checked first, on the parser's events.
            int depth = 0;
            for (Event event : new Parse(SETTINGS).parseString(yaml)) {
                switch (event.getEventId()) {
                    case MappingStart, SequenceStart -> depth++;
                    case MappingEnd, SequenceEnd -> depth--;
                    default -> {}
                }
                if (depth > DEEPEST) {
                    throw new InvalidPackageException("algo.yaml", "algo.yaml is nested too deeply");
                }
            }
            return new Load(SETTINGS).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw new InvalidPackageException("algo.yaml", "algo.yaml cannot be read: " + e.getMessage());
        }
    }
}
