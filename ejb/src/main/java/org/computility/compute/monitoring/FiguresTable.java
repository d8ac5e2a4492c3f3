package org.computility.compute.monitoring;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;

/** The rows of {@code compute_figures}: what each node last said of itself. */
final class FiguresTable {

    private final Sql sql;

    FiguresTable(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Keeps fresh figures, all in one statement; nodes that left meanwhile are skipped. */
    void keep(Map<String, List<JsonObject>> fresh, Instant now) {
        String[] codes = fresh.keySet().stream().sorted().toArray(String[]::new);
        String[] figures = new String[codes.length];
        for (int i = 0; i < codes.length; i++) {
            figures[i] = JSON.createArrayBuilder(fresh.get(codes[i])).build().toString();
        }
        sql.update("""
                INSERT INTO compute_figures (code, figures, taken_at)
                SELECT s.code, s.figures::jsonb, ? FROM unnest(?, ?) AS s (code, figures)
                JOIN compute_node n ON n.code = s.code
                ON CONFLICT (code) DO UPDATE SET figures = excluded.figures, taken_at = excluded.taken_at
                """, now, codes, figures);
    }

    /** The last figures of those codes, where there are any. */
    Map<String, List<JsonObject>> last(List<String> codes) {
        Map<String, List<JsonObject>> found = new HashMap<>();
        sql.list(
                        "SELECT code, figures::text AS figures FROM compute_figures WHERE code = any(?)",
                        row -> Map.entry(row.getString("code"), parse(row.getString("figures"))),
                        (Object) codes.toArray(String[]::new))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    // Rows older than nodes of several machines hold one object.
    private static List<JsonObject> parse(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            JsonValue figures = reader.readValue();
            return figures instanceof JsonObject only
                    ? List.of(only)
                    : List.copyOf(figures.asJsonArray().getValuesAs(JsonObject.class));
        }
    }
}
