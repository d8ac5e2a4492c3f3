package org.computility.algopackage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.computility.algopackage.AlgoPackage.Type;

/** Binds {@code algo.yaml}; the keys are those of T/BAX 0006.5's tables wherever one exists. */
final class AlgoYaml {

    private static final int LONGEST_ACCELERATOR = 64;
    private static final Pattern ENV_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern CAPABILITY_CODE = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Set<String> DATA_TYPES = Set.of("STRUCTURING", "ALERT", "STATISTICS", "OTHER");
    private static final Set<String> TASK_TYPES =
            Set.of("VIDEO_REALTIME", "VIDEO_PLAYBACK", "VIDEO_FILE", "IMAGE_REALTIME");
    private static final Set<String> FIELD_TYPES = Set.of("long", "double", "string", "boolean");

    private AlgoYaml() {}

    static AlgoPackage parse(String yaml) throws InvalidPackageException {
        Members root = new Members("", SafeYaml.load(yaml));
        String id = root.text("AlgoFilePackageID", 40);
        if (PackageId.fault(id) != null) {
            throw root.invalid("AlgoFilePackageID", PackageId.fault(id));
        }
        Type type = Type.valueOf(
                root.oneOf("AlgoFilePackageType", Set.of("artifact", "image")).toUpperCase(Locale.ROOT));
        return new AlgoPackage(
                id,
                root.text("AlgoFilePackageName", 256),
                root.text("AlgoFilePackageVersion", 256),
                type,
                root.text("Provider", 256),
                root.textOr("Description", 4096, ""),
                env(root),
                accelerators(root),
                resources(root),
                root.integer("StreamsPerReplica", 1, 10_000, 1),
                capabilities(root, type),
                type == Type.IMAGE ? root.text("Image", 255) : null);
    }

    private static List<EnvVariable> env(Members root) throws InvalidPackageException {
        List<EnvVariable> env = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Members each : root.groups("Env", 200)) {
            String name =
                    each.text("Name", 128, ENV_NAME, "is made of letters, digits and underscores, no digit in front");
            if (!names.add(name)) {
                throw each.invalid("Name", "appears twice");
            }
            env.add(new EnvVariable(
                    name,
                    each.textOr("Value", 4096, ""),
                    each.textOr("Description", 4096, ""),
                    each.flag("Required", false)));
        }
        return env;
    }

    private static List<String> accelerators(Members root) throws InvalidPackageException {
        List<String> accelerators = root.texts("Accelerators", 100);
        if (accelerators.isEmpty()) {
            throw root.invalid("Accelerators", "names at least one accelerator by its identifier in Annex H, or CPU");
        }
        for (String each : accelerators) {
            if (each.isBlank() || each.length() > LONGEST_ACCELERATOR) {
                throw root.invalid("Accelerators", "names identifiers of 1 to " + LONGEST_ACCELERATOR + " characters");
            }
            // Nodes are matched by the exact text: in another case it would fit no node, and nobody would know why.
            Optional<String> meant = Accelerators.misspelt(each);
            if (meant.isPresent()) {
                throw root.invalid("Accelerators", "names " + each + "; write " + meant.get());
            }
        }
        return accelerators;
    }

    private static Resources resources(Members root) throws InvalidPackageException {
        Members resources = root.group("Resources");
        return new Resources(
                resources.number("Cpu", 0, 4096, 1),
                resources.number("Memory", 0, 65_536, 1),
                resources.number("XpuMemory", 0, 65_536, 0));
    }

    private static List<Capability> capabilities(Members root, Type type) throws InvalidPackageException {
        List<Capability> capabilities = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Members each : root.groups("Capabilities", 100)) {
            capabilities.add(capability(each, type));
            if (!codes.add(each.text("Code", 127))) {
                throw each.invalid("Code", "appears twice");
            }
        }
        if (capabilities.isEmpty()) {
            throw root.invalid("Capabilities", "names at least one");
        }
        return capabilities;
    }

    private static Capability capability(Members each, Type type) throws InvalidPackageException {
        String code = each.text("Code", 127, CAPABILITY_CODE, "is made of letters, digits, '_', '-' and '.'");
        String dataType = each.oneOf("AlgoDataType", DATA_TYPES);
        List<String> taskTypes = each.texts("TaskTypes", 4);
        if (taskTypes.isEmpty() || !TASK_TYPES.containsAll(taskTypes)) {
            throw each.invalid("TaskTypes", "names at least one of " + String.join(", ", new TreeSet<>(TASK_TYPES)));
        }
        List<TaskField> fields = new ArrayList<>();
        for (Members field : each.groups("TaskFields", 200)) {
            fields.add(field(field));
        }
        return new Capability(
                code,
                each.text("Name", 256),
                each.textOr("Description", 4096, ""),
                dataType,
                taskTypes,
                events(each),
                followers(each),
                fields,
                type == Type.ARTIFACT ? ModelYaml.read(each.group("Model"), dataType) : null);
    }

    private static List<String> events(Members capability) throws InvalidPackageException {
        List<String> events = capability.texts("EventIDs", 100);
        for (String each : events) {
            if (each.isBlank() || each.length() > 256) {
                throw capability.invalid("EventIDs", "names events of 1 to 256 characters");
            }
        }
        if (Set.copyOf(events).size() < events.size()) {
            throw capability.invalid("EventIDs", "names an event twice");
        }
        return events;
    }

    /** Packages come one after the other: whether a package brings the named ones shows when they are needed. */
    private static List<String> followers(Members capability) throws InvalidPackageException {
        List<String> followers = capability.texts("Followers", 10);
        for (String each : followers) {
            if (each.length() > 127 || !CAPABILITY_CODE.matcher(each).matches()) {
                throw capability.invalid(
                        "Followers", "names capabilities by their codes: letters, digits, '_', '-' and '.'");
            }
        }
        if (Set.copyOf(followers).size() < followers.size()) {
            throw capability.invalid("Followers", "names a capability twice");
        }
        return followers;
    }

    private static TaskField field(Members field) throws InvalidPackageException {
        String type = field.oneOf("Type", FIELD_TYPES);
        return new TaskField(
                field.text("Name", 128),
                field.textOr("Text", 256, ""),
                field.textOr("Description", 4096, ""),
                type,
                field.flag("Visible", true),
                field.flag("Required", false),
                field.flag("Advanced", false),
                DefaultValue.of(field, type),
                field.optionalText("Validation", 1024),
                field.optionalText("Group", 256));
    }
}
