package org.computility.algorithms;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.EnvVariable;
import org.computility.algopackage.Resources;
import org.computility.algopackage.TaskField;
import org.computility.datasets.StoredContent;
import org.computility.identity.Caller;
import org.computility.identity.Role;

/** SomePackages and people for tests. */
public final class SomePackages {

    public static final UUID NORTH = UUID.fromString("00000000-0000-0000-0000-000000000001");
    public static final UUID SOUTH = UUID.fromString("00000000-0000-0000-0000-000000000002");
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private SomePackages() {}

    public static String id(int number) {
        return "1101150192508600000120231012203630%06d".formatted(number);
    }

    public static AlgoPackage described(int number, String name, String... capabilities) {
        return new AlgoPackage(
                id(number),
                name,
                "1.0." + number,
                AlgoPackage.Type.ARTIFACT,
                "ACME",
                "",
                List.of(new EnvVariable("LOG_LEVEL", "info", "", false), new EnvVariable("AUTH", null, "", true)),
                List.of("CPU", "NVIDIA-T4"),
                new Resources(1, 1, 0),
                4,
                Stream.of(capabilities).map(SomePackages::capability).toList(),
                null);
    }

    public static org.computility.algopackage.Capability capability(String code) {
        return new org.computility.algopackage.Capability(
                code,
                "Name of " + code,
                "",
                code.endsWith("ALERT") ? "ALERT" : "STATISTICS",
                List.of("VIDEO_REALTIME", "VIDEO_FILE"),
                List.of("WATCH", "WATCH-" + code),
                List.of("AFTER-" + code),
                List.of(new TaskField("threshold", "阈值", null, "double", true, false, false, 0.5, "[0,1]", null)),
                null);
    }

    public static StoredContent file(String content) {
        return new StoredContent("sha-" + content, "md5-" + content, content.length());
    }

    public static Caller caller(UUID organisation, Role... roles) {
        return new Caller(UUID.randomUUID(), "someone", organisation, Set.of(roles), null);
    }
}
