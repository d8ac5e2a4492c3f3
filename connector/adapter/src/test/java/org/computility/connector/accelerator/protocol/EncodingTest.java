package org.computility.connector.accelerator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.connector.accelerator.ServiceLoad;
import org.computility.connector.accelerator.TaskStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {

    private static final JsonObject INFO =
            Json.createObjectBuilder().add("AlgoDefCode", "MOTION").build();

    @Test
    void whatIsNotThereIsLeftOut() {
        JsonObject task = started(new TaskStart("t", null, "MOTION", "VIDEO_FILE", null, INFO));

        assertThat(task.keySet()).containsExactly("TaskID", "AlgoDefCode", "Type", "TaskInfo");
        assertThat(Encoding.load(new ServiceLoad("s", "p", Map.of(), null, 1, 4, List.of("M"))))
                .doesNotContainKey("LicenseFile")
                .containsKey("Env");
    }

    @ParameterizedTest
    @CsvSource({"PT0.001S, 1", "PT0.999S, 1", "PT1S, 1", "PT1.999S, 1", "PT2S, 2", "PT24H, 86400"})
    void aLimitIsWholeSecondsAndAtLeastOne(Duration limit, int seconds) {
        assertThat(started(new TaskStart("t", "s", "MOTION", "VIDEO_FILE", limit, INFO))
                        .getInt("DurationLimit"))
                .isEqualTo(seconds);
    }

    @Test
    void theInfoGoesAsItWasGiven() {
        assertThat(started(new TaskStart("t", "s", "MOTION", "VIDEO_FILE", null, INFO))
                        .getJsonObject("TaskInfo"))
                .isEqualTo(INFO);
    }

    @Test
    void variablesKeepTheirOrderAndTheirCharacters() {
        Map<String, String> env = new LinkedHashMap<>();
        env.put("Z", "a\"b\\c\n");
        env.put("A", "");

        String json = Encoding.load(new ServiceLoad("s", "p", env, "http://h/l?a=1&b=2", 3, 4, List.of("M")))
                .toString();

        assertThat(json)
                .contains("[{\"Name\":\"Z\",\"Value\":\"a\\\"b\\\\c\\n\"},{\"Name\":\"A\",\"Value\":\"\"}]")
                .contains("\"LicenseFile\":\"http://h/l?a=1&b=2\"");
    }

    private static JsonObject started(TaskStart task) {
        return Encoding.start(List.of(task)).getJsonArray("Tasks").getJsonObject(0);
    }
}
