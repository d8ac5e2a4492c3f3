package org.computility.system.centers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.system.centers.CenterBench.IMAGES;
import static org.computility.system.centers.CenterBench.list;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.util.List;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T/AI 123.8 A.5. */
@OnTheServer
@InTurn
class ImagesIT {

    private final Platform platform;
    private final CenterBench bench;
    private final Visitor user;
    private final String framework;

    @TempDir
    Path folder;

    ImagesIT(Platform platform) {
        this.platform = platform;
        bench = new CenterBench(platform);
        user = bench.visitor("PROVIDER");
        framework = platform.freshName("framework");
    }

    @Test
    void anImageShowsAllThatTheTableNames() {
        String center = bench.processCenter(folder.toString());
        String id = offer(image(platform.freshName("image"), "2026-11-01T00:00:00+08:00")
                .add("desc", "With all in it")
                .add("centerId", center)
                .add("location", "/images/one")
                .add("arch", "ARM")
                .add("processor", "NPU")
                .add("operationSystem", "openEuler 22.03")
                .add("installedLib", Json.createArrayBuilder().add("python 3.9").add("cann 8.0")));

        JsonObject found = list(user.get("resource/images?framework=" + framework), "images")
                .get(0);

        assertThat(found.keySet())
                .containsExactlyInAnyOrder(
                        "imageId",
                        "imageName",
                        "imageDesc",
                        "arch",
                        "processor",
                        "operationSystem",
                        "framework",
                        "createTime",
                        "installedLib");
        assertThat(found.getString("imageId")).isEqualTo(id);
        assertThat(found.getString("imageDesc")).isEqualTo("With all in it");
        assertThat(found.getString("createTime")).isEqualTo("2026-11-01 00:00:00");
        assertThat(found.getJsonArray("installedLib")).hasSize(2);
        JsonObject kept = platform.asAdmin().get(IMAGES + "/" + id).expect(200).json();
        assertThat(kept.getString("location")).isEqualTo("/images/one");
        assertThat(user.get(IMAGES + "/" + id).expect(200).json().containsKey("location"))
                .isFalse();
    }

    @Test
    void imagesAreFoundByCenterTypeFrameworkAndTime() {
        String center = bench.processCenter(folder.resolve("one").toString());
        String other = bench.processCenter(folder.resolve("other").toString());
        String everywhere = offer(image(platform.freshName("image-a"), "2026-10-01T00:00:00+08:00"));
        String here = offer(image(platform.freshName("image-b"), "2026-10-02T00:00:00+08:00")
                .add("centerId", center)
                .add("processor", "NPU"));
        String there = offer(image(platform.freshName("image-c"), "2026-10-03T00:00:00+08:00")
                .add("centerId", other));

        assertThat(ids("")).containsExactly(there, here, everywhere);
        assertThat(ids("&order=asc")).containsExactly(everywhere, here, there);
        assertThat(ids("&sort=createTime&order=desc&pageSize=1&page=2")).containsExactly(here);
        assertThat(ids("&sort=processor")).startsWith(here);
        assertThat(ids("&centerId=" + center)).containsExactlyInAnyOrder(everywhere, here);
        assertThat(ids("&processor=NPU")).containsExactly(here);
        assertThat(ids("&createAfter=2026-10-02%2000:00:00")).containsExactly(there, here);
        assertThat(ids("&createBefore=2026-10-02%2000:00:00")).containsExactly(here, everywhere);
        assertThat(ids("&createAfter=2026-10-02%2000:00:00&createBefore=2026-10-02%2000:00:00"))
                .containsExactly(here);

        platform.asAdmin().delete(IMAGES + "/" + here).expect(204);
        assertThat(ids("&processor=NPU")).isEmpty();
    }

    @Test
    void refusalsHaveTheNumbersOfAnnexB() {
        String path = "resource/images?";
        Refusals.check(user.get(path + "pageSize=1001"), 400, "0204", "pageSize");
        Refusals.check(user.get(path + "pageSize=0"), 400, "0204", "pageSize");
        Refusals.check(user.get(path + "page=0"), 400, "0204", "page");
        Refusals.check(user.get(path + "page=one"), 400, "0201", "page");
        Refusals.check(user.get(path + "sort=color"), 400, "0202", "sort");
        Refusals.check(user.get(path + "order=up"), 400, "0202", "order");
        Refusals.check(user.get(path + "createAfter=yesterday"), 400, "0202", "createAfter");
        Refusals.check(user.get(path + "createBefore=2026-02-30%2000:00:00"), 400, "0202", "createBefore");
        Refusals.check(
                user.get(path + "createAfter=2026-10-02%2000:00:01&createBefore=2026-10-02%2000:00:00"),
                400,
                "0230",
                "createAfter");
        Refusals.check(user.get(path + "centerId=nowhere"), 400, "0210", "centerId nowhere");
        Refusals.check(user.get(path + "framework=" + "x".repeat(129)), 400, "0204", "framework");
    }

    private JsonObjectBuilder image(String id, String made) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("name", "Image " + id)
                .add("framework", framework)
                .add("createTime", made);
    }

    private String offer(JsonObjectBuilder image) {
        return platform.asAdmin().post(IMAGES, image.build()).expect(201).json().getString("id");
    }

    private List<String> ids(String query) {
        return list(user.get("resource/images?framework=" + framework + query), "images").stream()
                .map(image -> image.getString("imageId"))
                .toList();
    }
}
