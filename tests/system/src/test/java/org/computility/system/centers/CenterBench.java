package org.computility.system.centers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.computility.system.Answer;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/** Registers what tests need, and waits for what probes see. */
final class CenterBench {

    static final String CENTERS = "platform/v1/centers";
    static final String SPECS = "platform/v1/specs";
    static final String IMAGES = "platform/v1/images";

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Platform platform;

    CenterBench(Platform platform) {
        this.platform = platform;
    }

    /** A visitor with one role, in an organisation of its own. */
    Visitor visitor(String role) {
        Platform.Account account = platform.account(platform.freshOrganisation(), role);
        return platform.as(platform.login(account.username(), account.password()));
    }

    /** A center of the platform's own machine. */
    String processCenter(String folder) {
        return register(
                center(platform.freshName("center"), "process:" + folder).build());
    }

    String register(JsonObject center) {
        return platform.asAdmin().post(CENTERS, center).expect(201).json().getString("id");
    }

    static JsonObjectBuilder center(String id, String location) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("name", "Center " + id)
                .add("location", location);
    }

    JsonObject seen(String id) {
        return platform.asAdmin().get(CENTERS + "/" + id).expect(200).json();
    }

    /** The center, once a probe has seen it so. */
    JsonObject awaitSeen(String id, Predicate<JsonObject> state) {
        await().atMost(PATIENCE).until(() -> state.test(seen(id)));
        return seen(id);
    }

    static JsonObject spec(String id, String arch, int cores, int memoryMiB) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("name", "Spec " + id)
                .add("cpu", Json.createObjectBuilder().add("arch", arch).add("cores", cores))
                .add("memory", Json.createObjectBuilder().add("size", memoryMiB).add("unit", "MiB"))
                .build();
    }

    static List<JsonObject> list(Answer answer, String member) {
        return answer.expect(200).json().getJsonArray(member).getValuesAs(JsonObject.class);
    }

    static JsonObject one(Answer answer, String list, String member, String id) {
        List<JsonObject> found = list(answer, list).stream()
                .filter(each -> id.equals(each.getString(member)))
                .toList();
        assertThat(found).as("%s of %s", id, answer).hasSize(1);
        return found.get(0);
    }
}
