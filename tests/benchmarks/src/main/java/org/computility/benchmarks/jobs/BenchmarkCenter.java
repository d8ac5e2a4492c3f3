package org.computility.benchmarks.jobs;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/** A center of its own, with a spec of one core, an image and a user. */
final class BenchmarkCenter {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

    private final Platform platform;
    private final String center;
    private final String spec;
    private final String image;
    private final String token;

    /** @param where its location, with credentials where it needs some */
    BenchmarkCenter(Platform platform, JsonObjectBuilder where, int mebibytes) {
        this.platform = platform;
        center = fresh("center");
        spec = fresh("spec");
        image = fresh("image");
        admin(
                "centers",
                where.add("id", center)
                        .add("name", center)
                        .add("province", "浙江省")
                        .add("city", "杭州市"));
        await(() -> platform.asAdmin()
                .get("platform/v1/centers/" + center)
                .expect(200)
                .json()
                .getBoolean("connected"));
        boolean arm = System.getProperty("os.arch").matches("aarch64|arm64");
        admin(
                "specs",
                Json.createObjectBuilder()
                        .add("id", spec)
                        .add("name", "One core")
                        .add(
                                "cpu",
                                Json.createObjectBuilder()
                                        .add("arch", arm ? "ARM" : "X86")
                                        .add("cores", 1))
                        .add(
                                "memory",
                                Json.createObjectBuilder()
                                        .add("size", mebibytes)
                                        .add("unit", "MiB")));
        admin("images", Json.createObjectBuilder().add("id", image).add("name", "The machine's own programs"));
        Platform.Account account = platform.account(platform.freshOrganisation(), "CONSUMER");
        token = platform.login(account.username(), account.password());
    }

    /** The user's. */
    String token() {
        return token;
    }

    Visitor user() {
        return platform.as(token);
    }

    /** Table A.32: one node. */
    JsonObjectBuilder config(String command) {
        return Json.createObjectBuilder()
                .add("centerId", Json.createArrayBuilder().add(center))
                .add("specId", spec)
                .add("nodeCount", 1)
                .add("imageId", image)
                .add("command", command);
    }

    /** The platform asks it no more. */
    void remove() {
        platform.asAdmin().delete("platform/v1/centers/" + center + "?force=true");
    }

    static void await(BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > PATIENCE) {
                throw new IllegalStateException("not within five minutes");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private void admin(String what, JsonObjectBuilder body) {
        JsonObject json = body.build();
        platform.asAdmin().post("platform/v1/" + what, json).expect(200, 201);
    }

    private String fresh(String beginning) {
        return platform.freshName(beginning).toLowerCase(Locale.ROOT);
    }
}
