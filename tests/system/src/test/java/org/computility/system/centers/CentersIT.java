package org.computility.system.centers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.system.centers.CenterBench.CENTERS;
import static org.computility.system.centers.CenterBench.SPECS;
import static org.computility.system.centers.CenterBench.center;
import static org.computility.system.centers.CenterBench.list;
import static org.computility.system.centers.CenterBench.one;
import static org.computility.system.centers.CenterBench.spec;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T/AI 123.8 A.2 to A.4 over a center whose runtime is real: the machine itself. */
@InTurn
@OnTheServer
class CentersIT {

    private static final String KEY = "c2VjcmV0IGtleSBvZiBhdCBsZWFzdCB0aGlydHktdHdvIGJ5dGVz";

    private final Platform platform;
    private final ServerUnderTest server;
    private final CenterBench bench;
    private final Visitor user;

    @TempDir
    Path folder;

    CentersIT(Platform platform, ServerUnderTest server) {
        this.platform = platform;
        this.server = server;
        bench = new CenterBench(platform);
        user = bench.visitor("CONSUMER");
    }

    @Test
    void aCenterIsAskedWhatItHasAndOffersWhatFits() {
        String id = bench.register(center(platform.freshName("center"), "process:" + folder)
                .add("province", "北京")
                .add("city", "海淀")
                .add("desc", "This machine")
                .build());

        JsonObject seen = bench.awaitSeen(id, center -> center.getBoolean("connected"));

        JsonObject node = seen.getJsonObject("capacity").getJsonArray("nodes").getJsonObject(0);
        int cores = node.getInt("cores");
        assertThat(cores).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(Instant.parse(seen.getString("probedAt"))).isBeforeOrEqualTo(Instant.now());
        JsonObject listed = one(user.get("centers?pageSize=1000"), "centers", "centerId", id);
        assertThat(listed.getString("centerName")).isEqualTo("Center " + id);
        assertThat(listed.getString("province")).isEqualTo("北京");
        assertThat(listed.getString("city")).isEqualTo("海淀");
        assertThat(listed.getString("desc")).isEqualTo("This machine");
        assertThat(listed.getBoolean("connected")).isTrue();
        assertThat(listed.keySet()).doesNotContain("location", "maxComputingPower");

        String arch = seen.getJsonObject("capacity").getString("architecture");
        String small = offer(spec(platform.freshName("small"), arch, 1, 512));
        String large = offer(spec(platform.freshName("large"), arch, cores + 1, 512));
        String other = offer(spec(platform.freshName("other"), "OTHER", 1, 512));
        Answer offered = user.get("resource/specs?pageSize=1000&centerId=" + id);
        JsonObject fits = one(offered, "resourceSpecs", "resourceSpecId", small);
        assertThat(fits.getString("resourceSpecName")).isEqualTo("Spec " + small);
        assertThat(fits.getJsonObject("cpu").getString("arch")).isEqualTo(arch);
        assertThat(fits.getJsonObject("cpu").getInt("cores")).isEqualTo(1);
        assertThat(fits.getJsonObject("memory")).hasToString("{\"size\":0.5,\"unit\":\"GiB\"}");
        assertThat(fits.containsKey("processor")).isFalse();
        assertThat(offered.text()).doesNotContain(large, other);
        assertThat(user.get("resource/specs?pageSize=1000").text())
                .contains(small)
                .doesNotContain(other);
    }

    @Test
    void whatIsIdleIsCountedByNodes() {
        String id = bench.processCenter(folder.toString());
        bench.awaitSeen(id, center -> center.getBoolean("connected"));

        JsonObject idle = one(user.get("resource/idle?centerId=" + id), "centerResources", "centerId", id);

        assertThat(idle.getJsonObject("totalResource").getJsonObject("cpu").getInt("cores"))
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        JsonObject memory = idle.getJsonObject("totalResource").getJsonObject("memory");
        assertThat(memory.getString("unit")).isEqualTo("GiB");
        assertThat(memory.getInt("size")).isPositive();
        assertThat(idle.getJsonObject("idleResource").getJsonObject("cpu").getInt("cores"))
                .isLessThanOrEqualTo(Runtime.getRuntime().availableProcessors());
        list(user.get("resource/idle?centerId=" + id), "centerResources").get(0).getJsonArray("nodeResources").stream()
                .map(each -> each.asJsonObject().getString("nodeCount"))
                .forEach(count -> assertThat(count).isEqualTo("1"));
        assertThat(one(user.get("resource/idle"), "centerResources", "centerId", id))
                .isNotNull();
        JsonObject capacity = one(user.get("platform/v1/capacity"), "centers", "id", id);
        assertThat(capacity.getInt("nodes")).isEqualTo(1);
        assertThat(capacity.getJsonObject("total").getJsonNumber("memoryBytes").longValue())
                .isPositive();
        assertThat(capacity.containsKey("probedAt")).isTrue();
    }

    @Test
    void aCenterThatCannotBeReachedSaysWhy() {
        String key = platform.freshName("slurm");
        String id = bench.register(center(key, "slurm:http://127.0.0.1:1?folder=/shared")
                .add("username", "computility")
                .add("password", KEY)
                .build());

        JsonObject seen = platform.asAdmin()
                .post(CENTERS + "/" + id + "/probe")
                .expect(200)
                .json();

        assertThat(seen.getBoolean("connected")).isFalse();
        assertThat(seen.getString("reason")).isNotBlank().isNotEqualTo("The center was not asked yet.");
        assertThat(seen.toString()).doesNotContain(KEY, "sealed");
        assertThat(one(user.get("centers?connected=false&pageSize=1000"), "centers", "centerId", id)
                        .getBoolean("connected"))
                .isFalse();
        assertThat(user.get("centers?connected=true&pageSize=1000").text()).doesNotContain(id);
        JsonObject idle = one(user.get("resource/idle"), "centerResources", "centerId", id);
        assertThat(idle.keySet()).containsExactlyInAnyOrder("centerId", "nodeResources");
        assertThat(user.get(CENTERS + "/" + id).expect(200).json().keySet()).doesNotContain("location", "reason");
        platform.asAdmin().delete(CENTERS + "/" + id).expect(204);
        platform.asAdmin().get(CENTERS + "/" + id).expect(404);
    }

    @Test
    void aCenterWhoseFolderCannotBeUsedSaysSoUntilItMoves() throws Exception {
        Path file = Files.createFile(folder.resolve("a-file"));
        String id = bench.processCenter(file.resolve("below").toString());
        String there = folder.resolve("jobs").toString();
        JsonObject unusable = bench.awaitSeen(id, center -> center.containsKey("triedAt"));
        assertThat(unusable.getBoolean("connected")).isFalse();
        assertThat(unusable.getString("reason")).contains(file.toString());

        platform.asAdmin()
                .patch(
                        CENTERS + "/" + id,
                        Json.createObjectBuilder()
                                .add("location", "process:" + there)
                                .add("name", "Moved")
                                .build())
                .expect(200);

        JsonObject seen = bench.awaitSeen(id, center -> center.getBoolean("connected"));
        assertThat(seen.getString("location")).isEqualTo("process:" + there);
        assertThat(seen.getString("name")).isEqualTo("Moved");
    }

    @Test
    void aRestartKeepsAllOfIt() {
        String id = bench.processCenter(folder.toString());
        JsonObject before = bench.awaitSeen(id, center -> center.getBoolean("connected"));
        String spec = offer(spec(platform.freshName("kept"), "X86", 1, 512));

        server.kill();
        server.start();

        JsonObject after = bench.seen(id);
        assertThat(after.getJsonObject("capacity").getJsonArray("nodes")).hasSize(1);
        assertThat(after.getString("createdAt")).isEqualTo(before.getString("createdAt"));
        platform.asAdmin().get(SPECS + "/" + spec).expect(200);
        Instant seenBefore = Instant.parse(before.getString("probedAt"));
        bench.awaitSeen(
                id, center -> Instant.parse(center.getString("probedAt")).isAfter(seenBefore));
    }

    private String offer(JsonObject spec) {
        return platform.asAdmin().post(SPECS, spec).expect(201).json().getString("id");
    }
}
