package org.computility.system.jobs;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.computility.connector.jobs.cluster.SlurmCluster;
import org.computility.system.Platform;
import org.junit.jupiter.api.Assumptions;

/** Registers centers that run jobs, and waits until they are connected. */
public final class TrainingCenters {

    private static final Path BWRAP = Path.of("/usr/bin/bwrap");

    private TrainingCenters() {}

    /** This machine, with its jobs in that folder. */
    public static String here(Platform platform, Path folder) {
        boolean mayLack = !"true".equals(System.getenv("CI"));
        Assumptions.assumeFalse(mayLack && !Files.isExecutable(BWRAP), "needs bwrap; .ci/run installs it on Debian");
        return register(platform, Json.createObjectBuilder().add("location", "process:" + folder));
    }

    /** The same; run by that organisation, which pays nobody for its own jobs there: they are placed there before elsewhere. */
    static String hereOf(Platform platform, Path folder, String organisation) {
        return ofOrganisation(platform, here(platform, folder), organisation);
    }

    static String clusterOf(Platform platform, SlurmCluster cluster, String organisation) {
        return ofOrganisation(platform, cluster(platform, cluster), organisation);
    }

    private static String ofOrganisation(Platform platform, String center, String organisation) {
        JsonObject change =
                Json.createObjectBuilder().add("operatorId", organisation).build();
        platform.asAdmin().patch("platform/v1/centers/" + center, change).expect(200);
        return center;
    }

    static String cluster(Platform platform, SlurmCluster cluster) {
        return register(
                platform,
                Json.createObjectBuilder()
                        .add("location", cluster.location().toString())
                        .add("username", cluster.user())
                        .add("password", cluster.key()));
    }

    private static String register(Platform platform, JsonObjectBuilder where) {
        String id = platform.freshName("center").toLowerCase(Locale.ROOT);
        JsonObject center = where.add("id", id)
                .add("name", "Center " + id)
                .add("province", "浙江省")
                .add("city", "杭州市")
                .build();
        platform.asAdmin().post("platform/v1/centers", center).expect(200, 201);
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> platform.asAdmin()
                        .get("platform/v1/centers/" + id)
                        .expect(200)
                        .json()
                        .getBoolean("connected"));
        return id;
    }

    /** A new one, its real path. */
    public static Path folder() {
        try {
            return Files.createTempDirectory("training-").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
