package org.computility.shared.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The API description and the code say the same. */
class ContractTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonObject description = ApiDescription.read();
    private final Map<String, JsonObject> described = described();
    private final Map<String, Operation> coded = Operation.allByName();

    @Test
    void everyOperationIsDescribedAndEveryDescriptionIsAnOperation() {
        assertThat(coded.keySet()).containsExactlyInAnyOrderElementsOf(described.keySet());
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        assertThat(described.values())
                .allSatisfy(operation -> assertThat(operation).containsKey("operationId"));
        assertThat(described.values().stream().map(operation -> operation.getString("operationId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyOperationHasASummaryAndItsFailures() {
        described.forEach((name, operation) -> {
            assertThat(operation).as(name).containsKeys("summary", "responses");
            boolean open = coded.containsKey(name) && coded.get(name).isOpen();
            if (!open) {
                assertThat(operation.getJsonObject("responses")).as(name).containsKey("401");
            }
        });
    }

    @Test
    void whatNeedsNoTokenSaysSo() {
        coded.forEach((name, operation) ->
                assertThat(described.get(name).containsKey("security")).as(name).isEqualTo(operation.isOpen()));
    }

    @Test
    void everyShapeIsTheRequestSchemaThatIsDescribed() {
        Shapes shapes = new Shapes(description);
        coded.forEach((name, operation) -> operation.shape().ifPresent(shape -> {
            assertThat(shapes.has(shape)).as(name + " has the schema " + shape).isTrue();
            assertThat(String.valueOf(described.get(name).get("requestBody")))
                    .as(name)
                    .contains("#/components/schemas/" + shape + "\"");
        }));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> references = new TreeSet<>();
        collectReferences(description, references);

        assertThat(references)
                .allSatisfy(reference -> assertThatCode(
                                () -> Json.createPointer(reference.substring(1)).getValue(description))
                        .as(reference)
                        .doesNotThrowAnyException());
    }

    @Test
    void everyExampleOfARequestFitsItsShape() {
        Shapes shapes = new Shapes(description);
        coded.forEach((name, operation) -> operation.shape().ifPresent(shape -> {
            for (JsonValue example : requestExamples(described.get(name))) {
                assertThatCode(() -> shapes.check(shape, example)).as(name).doesNotThrowAnyException();
            }
        }));
    }

    private static List<JsonValue> requestExamples(JsonObject operation) {
        List<JsonValue> examples = new ArrayList<>();
        JsonObject content = operation.getJsonObject("requestBody").getJsonObject("content");
        JsonObject json = content.getJsonObject("application/json");
        if (json != null && json.containsKey("example")) {
            examples.add(json.get("example"));
        }
        if (json != null && json.containsKey("examples")) {
            json.getJsonObject("examples")
                    .values()
                    .forEach(example -> examples.add(example.asJsonObject().get("value")));
        }
        return examples;
    }

    private Map<String, JsonObject> described() {
        Map<String, JsonObject> operations = new TreeMap<>();
        description
                .getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.put(Operation.name(method, path), operation.asJsonObject());
                    }
                }));
        return operations;
    }

    private static void collectReferences(JsonValue value, Set<String> references) {
        if (value instanceof JsonObject object && object.get("$ref") instanceof JsonString reference) {
            references.add(reference.getString());
        }
        if (value instanceof JsonStructure structure) {
            Iterable<JsonValue> children =
                    structure instanceof JsonArray array ? array : ((JsonObject) structure).values();
            children.forEach(child -> collectReferences(child, references));
        }
    }
}
