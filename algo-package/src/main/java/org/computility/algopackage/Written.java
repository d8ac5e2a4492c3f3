package org.computility.algopackage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.constructor.json.ConstructYamlJsonBool;
import org.snakeyaml.engine.v2.constructor.json.ConstructYamlJsonFloat;
import org.snakeyaml.engine.v2.constructor.json.ConstructYamlJsonInt;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A number or truth value as YAML reads it, with the text that says so: the version {@code 1.10} is not the version 1.1.
 *
 * @param value a Number or a Boolean
 */
record Written(String text, Object value) {

    /** For the loader: what stands for numbers and truth values in what it loads. */
    static Map<Tag, ConstructNode> constructors() {
        Map<Tag, ConstructNode> constructors = new LinkedHashMap<>();
        constructors.put(Tag.INT, keepingText(new ConstructYamlJsonInt()));
        constructors.put(Tag.FLOAT, keepingText(new ConstructYamlJsonFloat()));
        constructors.put(Tag.BOOL, keepingText(new ConstructYamlJsonBool()));
        return constructors;
    }

    /** The value alone, of this or anything else. */
    static Object value(Object loaded) {
        return loaded instanceof Written written ? written.value() : loaded;
    }

    private static ConstructNode keepingText(ConstructNode usual) {
        return node -> new Written(((ScalarNode) node).getValue(), usual.construct(node));
    }
}
