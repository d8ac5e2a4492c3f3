package org.computility.planning.documents;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShownTasksTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final ShownTask TASK = new ShownTask(ID, TaskDocument.EMPTY.withCapability("M"));
    private static final String PICTURE = "{\"AlgoDefCode\":\"M\",\"ID\":\"" + ID + "\"}";

    /** An answer that shows tasks. */
    public record Answer(
            @JsonbProperty("Tasks") @JsonbTypeAdapter(ShownTasks.Picture.class)
            ShownTasks tasks) {}

    @Test
    void showsEachDocumentWithItsId() throws Exception {
        assertThat(json(new ShownTasks(List.of(TASK, TASK), false)))
                .isEqualTo("{\"Tasks\":[" + PICTURE + "," + PICTURE + "]}");
        assertThat(json(new ShownTasks(List.of(), false))).isEqualTo("{\"Tasks\":[]}");
    }

    @Test
    void showsWhatCameAloneAloneAsLongAsItIs() throws Exception {
        assertThat(json(new ShownTasks(List.of(TASK), true))).isEqualTo("{\"Tasks\":" + PICTURE + "}");
        assertThat(json(new ShownTasks(List.of(TASK, TASK), true))).startsWith("{\"Tasks\":[");
        assertThat(json(new ShownTasks(List.of(TASK), false))).isEqualTo("{\"Tasks\":[" + PICTURE + "]}");
    }

    @Test
    void isAbsentWhereThereIsNone() throws Exception {
        assertThat(json(null)).isEqualTo("{}");
    }

    private static String json(ShownTasks tasks) throws Exception {
        try (Jsonb jsonb = JsonbBuilder.create()) {
            return jsonb.toJson(new Answer(tasks));
        }
    }
}
