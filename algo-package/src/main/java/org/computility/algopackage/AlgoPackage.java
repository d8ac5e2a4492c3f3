package org.computility.algopackage;

import java.util.List;
import java.util.Optional;

/**
 * What a package says of itself (T/BAX 0006.5 table A.5 and clause 6.1).
 *
 * @param id 40 digits: a 20 digit code, the time of making and a serial number
 * @param name at most 256 characters
 * @param version at most 128 characters
 * @param type a binary for the runtime, or an image
 * @param provider who made it; licences are sold by provider
 * @param description free text, maybe empty
 * @param env settings of a service and their defaults
 * @param accelerators Annex H identifiers, {@code CPU}, or {@link #unlistedAccelerators() others}; at least one
 * @param resources what one replica needs
 * @param streamsPerReplica tasks that one replica can run at once, at least 1
 * @param capabilities what the package can do; at least one
 * @param image name of the image file inside the package; null for an artifact
 */
public record AlgoPackage(
        String id,
        String name,
        String version,
        Type type,
        String provider,
        String description,
        List<EnvVariable> env,
        List<String> accelerators,
        Resources resources,
        int streamsPerReplica,
        List<Capability> capabilities,
        String image) {

    /** Bytes of an {@code algo.yaml}. */
    public static final int LONGEST_YAML = 256 * 1024;

    /** Table A.5 {@code AlgoFilePackageType}. */
    public enum Type {
        ARTIFACT,
        IMAGE;

        /** As the table spells it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public AlgoPackage {
        env = List.copyOf(env);
        accelerators = List.copyOf(accelerators);
        capabilities = List.copyOf(capabilities);
    }

    /** Reads an {@code algo.yaml}; a complaint names the member at fault. */
    public static AlgoPackage describedBy(String yaml) throws InvalidPackageException {
        return AlgoYaml.parse(yaml);
    }

    /** What it runs on that neither Annex H nor this format knows; a warning to whoever imports it. */
    public List<String> unlistedAccelerators() {
        return Accelerators.unlisted(accelerators);
    }

    /** The capability of that code. */
    public Optional<Capability> capability(String code) {
        return capabilities.stream().filter(c -> c.code().equals(code)).findFirst();
    }
}
