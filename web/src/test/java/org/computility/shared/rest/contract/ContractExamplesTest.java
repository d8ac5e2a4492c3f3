package org.computility.shared.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation shows what goes in, what comes out and how it refuses; what is shown is true to the schemas. */
class ContractExamplesTest {

    private static final int NO_CONTENT = 204;
    private static final Pattern CODE = Pattern.compile("internal(?=:)|[a-z0-9]+(-[a-z0-9]+)+");
    private static final JsonObject DESCRIPTION = ApiDescription.read();
    private static final Map<String, FailureForm> FORMS = FailureForm.byOperation();

    static Collection<Described> operations() {
        return Described.allByName(DESCRIPTION).values();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aSuccessShowsASchemaAndAnExample(Described operation) {
        Map<Integer, JsonObject> successes = new TreeMap<>(operation.responses());
        successes.keySet().removeIf(status -> status >= 400);

        assertThat(successes).as(operation.name()).isNotEmpty();
        successes.forEach((status, response) -> {
            Map<String, JsonObject> content = Described.content(response);
            if (status != NO_CONTENT) {
                assertThat(content).as("%s %s", operation.name(), status).isNotEmpty();
            }
            content.forEach((type, shown) -> shows(operation.name() + " " + status, type, shown));
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aRequestShowsASchemaAndAnExample(Described operation) {
        operation.requestBody().forEach((type, shown) -> shows(operation.name(), type, shown));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aFailureShowsTheEnvelopeOfItsFamilyAndACodeOfItsStatus(Described operation) {
        FailureForm form = FORMS.get(operation.name());
        Map<Integer, JsonObject> failures = new TreeMap<>(operation.responses());
        failures.keySet().removeIf(status -> status < 400 || sharesNoEnvelope(operation, status));

        assertThat(failures).as(operation.name()).isNotEmpty();
        failures.forEach((status, response) -> {
            String where = operation.name() + " " + status;
            assertThat(Described.content(response)).as(where).containsOnlyKeys(form.mediaType());
            JsonObject shown = Described.content(response).get(form.mediaType());
            assertThat(String.valueOf(shown.get("schema"))).as(where).contains("/schemas/" + form.schema() + "\"");
            assertThat(Described.examples(shown))
                    .as(where)
                    .isNotEmpty()
                    .allSatisfy(example -> assertThat(form.statuses(example.asJsonObject()))
                            .as(where)
                            .contains(status));
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aFailureNamesCodesOfItsStatusOnly(Described operation) {
        operation.responses().forEach((status, response) -> {
            List<Integer> named = CODE.matcher(response.getString("description"))
                    .results()
                    .flatMap(word -> FORMS.get(operation.name()).statusOf(word.group()).stream())
                    .toList();
            if (status >= 400 && !sharesNoEnvelope(operation, status)) {
                assertThat(named)
                        .as("%s %s", operation.name(), status)
                        .isNotEmpty()
                        .containsOnly(status);
            }
        });
    }

    @Test
    void everyExampleFitsItsSchema() {
        Map<String, JsonObject> shown = new TreeMap<>();
        collect("", DESCRIPTION, shown);
        JsonObject components = DESCRIPTION.getJsonObject("components");
        var schemas = Json.createObjectBuilder(components.getJsonObject("schemas"));
        shown.forEach((where, holder) -> schemas.add(where, holder.get("schema")));
        Shapes shapes = new Shapes(Json.createObjectBuilder()
                .add("components", Json.createObjectBuilder().add("schemas", schemas))
                .build());

        assertThat(shown).hasSizeGreaterThan(operations().size());
        shown.forEach((where, holder) -> Described.examples(holder)
                .forEach(example -> assertThatCode(() -> shapes.check(where, example))
                        .as(where)
                        .doesNotThrowAnyException()));
    }

    /** Media types, parameters and properties that have both a schema and an example. */
    private static void collect(String where, JsonValue value, Map<String, JsonObject> shown) {
        if (value instanceof JsonObject object
                && object.containsKey("schema")
                && !Described.examples(object).isEmpty()) {
            shown.put("case" + shown.size() + where.replaceAll("[^A-Za-z0-9]+", "-"), object);
        }
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                collect(where + "/" + i, array.get(i), shown);
            }
        } else if (value instanceof JsonStructure structure) {
            structure.asJsonObject().forEach((name, child) -> collect(where + "/" + name, child, shown));
        }
    }

    private static void shows(String where, String type, JsonObject shown) {
        assertThat(shown).as("%s %s", where, type).containsKey("schema");
        if (!isBytes(shown)) {
            assertThat(Described.examples(shown)).as("%s %s", where, type).isNotEmpty();
        }
    }

    private static boolean isBytes(JsonObject shown) {
        return shown.getJsonObject("schema").getString("format", "").equals("binary");
    }

    /** A health check that fails and a range that a content does not have are answered in words of their own. */
    private static boolean sharesNoEnvelope(Described operation, int status) {
        return (status == 503 && operation.name().contains("/health/")) || status == 416;
    }
}
