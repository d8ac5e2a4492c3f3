package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.computility.system.jobs.TrainingCenters;
import org.computility.system.jobs.TrainingGround;
import org.junit.jupiter.api.Test;

/** TC609 B.1: a reported center consists of centers of this platform, and tells what they do. */
@InTurn
@OnTheServer
class LiveCenterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NONE = "{\"centers\":[],\"compute\":[]}";

    private final Platform platform;
    private final Visitor admin;
    private final Reporter reporter;
    private final String name;
    private final int center;

    LiveCenterIT(Platform platform) {
        this.platform = platform;
        admin = platform.asAdmin();
        reporter = new Reporter(platform);
        name = reporter.freshName("实时");
        center = reporter.center(name, "");
    }

    @Test
    void aJobIsSeenWhereItRunsAndADeadSourceIsStale() throws IOException {
        Path folder = TrainingCenters.folder();
        TrainingGround ground = new TrainingGround(platform, TrainingCenters.here(platform, folder));
        assertThat(asked().getJsonArray("sources")).isEmpty();
        bind(center, "{\"centers\":[\"" + ground.center() + "\"],\"compute\":[]}")
                .expect(200);
        assertThat(asked().getJsonObject("load").getInt("jobsRunning")).isZero();

        Visitor user = ground.user();
        String job = ground.create(user, reporter.freshName("job"), "sleep 300", 1);
        TrainingGround.awaitStatus(user, job, "RUNNING");
        await().atMost(PATIENCE)
                .until(() -> asked().getJsonObject("load")
                                .getJsonNumber("computingUtilization")
                                .doubleValue()
                        > 0);
        JsonObject live = asked();
        assertThat(live.getJsonObject("load").getInt("jobsRunning")).isEqualTo(1);
        JsonObject scale = live.getJsonObject("scale");
        assertThat(cores(scale, "total")).isGreaterThan(cores(scale, "schedulable"));
        assertThat(live.getBoolean("partial")).isFalse();
        assertThat(live.getJsonObject("load")).doesNotContainKey("acceleratorUtilization");
        assertThat(live.getString("asOf")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

        user.post("trainjob/" + job + "/stop").expect(200);
        kill(folder);
        await().atMost(PATIENCE).until(() -> {
            admin.post("platform/v1/centers/" + ground.center() + "/probe").expect(200);
            return asked().getBoolean("partial");
        });
        JsonObject source = asked().getJsonArray("sources").getJsonObject(0);
        assertThat(source.getBoolean("answered")).isFalse();
        assertThat(source.getString("reason")).isNotBlank();
        assertThat(source.getString("asOf")).isNotBlank();
        assertThat(cores(source.getJsonObject("scale"), "total")).isEqualTo(cores(scale, "total"));
        await().atMost(PATIENCE)
                .until(() -> asked().getJsonArray("sources").getJsonObject(0).getInt("age") > source.getInt("age"));
        assertThat(asked()).doesNotContainKey("asOf");

        admin.delete("platform/v1/centers/" + ground.center() + "?force=true").expect(204);
        assertThat(asked().getJsonArray("sources").getJsonObject(0).getString("reason"))
                .contains(ground.center(), "any more");
        bind(center, NONE).expect(200);
    }

    @Test
    void sourcesAreSaidByAdministratorsAndAreOneCentersOnly() {
        int other = reporter.center(reporter.freshName("另一个"), "");
        String unknown = "{\"centers\":[\"nowhere\"],\"compute\":[]}";
        Refusals.check(bind(center, unknown), 404, "center-unknown", "centers");
        Refusals.check(bind(center, "{\"centers\":[]}"), 400, "member-missing", "compute");
        Refusals.check(
                bind(center, "{\"centers\":[],\"compute\":[\"11010800005050999999\"]}"),
                404,
                "compute-unknown",
                "compute");
        Refusals.check(bind(2147483647, NONE), 404, "reported-center-unknown", "centerId");
        String slurm = TrainingCenters.here(platform, TrainingCenters.folder());
        String its = "{\"centers\":[\"" + slurm + "\"],\"compute\":[]}";
        JsonObject bound = bind(center, its).expect(200).json();
        assertThat(bound).isEqualTo(Reporter.object(its));
        assertThat(admin.get(sources(center)).expect(200).json()).isEqualTo(bound);
        Refusals.check(bind(other, its), 409, "source-taken", "centers");
        for (Visitor somebody : List.of(reporter.calls.visitor(), platform.anonymous())) {
            assertThat(somebody.put(sources(center), Reporter.object(NONE)).status())
                    .isIn(401, 403);
            assertThat(somebody.get(sources(center)).status()).isIn(401, 403);
        }
        assertThat(admin.get(sources(center)).expect(200).json()).isEqualTo(bound);
        bind(center, NONE).expect(200);
        bind(other, its).expect(200);
        bind(other, NONE).expect(200);
        admin.delete("platform/v1/centers/" + slurm).expect(204);
    }

    /** A file stands where the center's folder was. */
    private static void kill(Path folder) throws IOException {
        Path aside = folder.resolveSibling(folder.getFileName() + "-gone");
        Files.move(folder, aside);
        Files.createFile(folder);
    }

    private JsonObject asked() {
        return reporter.calls.get("api/queryOperationalData?centerId=" + center).data();
    }

    private Answer bind(int to, String sources) {
        return admin.put(sources(to), Reporter.object(sources));
    }

    private static String sources(int of) {
        return "platform/v1/monitoring/centers/" + of + "/sources";
    }

    private static double cores(JsonObject scale, String which) {
        return scale.getJsonObject(which).getJsonNumber("cores").doubleValue();
    }
}
