package org.computility.shared.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.identity.KeyScope;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.idempotency.IdempotencyFeature;
import org.junit.jupiter.api.Test;

/** The API description and the code say the same. */
class ContractTest {

    private final JsonObject description = ApiDescription.read();
    private final Map<String, Described> described = Described.allByName(description);
    private final Map<String, Operation> coded = Operation.allByName();

    @Test
    void everyOperationIsDescribedAndEveryDescriptionIsAnOperation() {
        assertThat(coded.keySet()).containsExactlyInAnyOrderElementsOf(described.keySet());
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        assertThat(described.values())
                .allSatisfy(each -> assertThat(each.operation()).containsKey("operationId"));
        assertThat(described.values().stream().map(each -> each.operation().getString("operationId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyOperationHasASummaryAndItsFailures() {
        described.forEach((name, each) -> {
            JsonObject operation = each.operation();
            assertThat(operation).as(name).containsKeys("summary", "responses");
            boolean open = coded.containsKey(name) && coded.get(name).isOpen();
            if (!open) {
                assertThat(operation.getJsonObject("responses")).as(name).containsKey("401");
            }
        });
    }

    @Test
    void everyResourceNamesTheFamilyThatItsPathTells() {
        assertThat(coded).isNotEmpty().allSatisfy((name, operation) -> {
            assertThat(name.contains(" /ACSMP/")).as(name).isEqualTo(operation.family() == Family.ACSMP);
            assertThat(name.contains(" /api/")).as(name).isEqualTo(operation.family() == Family.MONITORING);
            assertThat(name.contains(" /platform/")).as(name).isEqualTo(operation.family() == Family.PLATFORM);
        });
    }

    @Test
    void whatNeedsNoTokenSaysSo() {
        coded.forEach(
                (name, operation) -> assertThat(described.get(name).operation().containsKey("security"))
                        .as(name)
                        .isEqualTo(operation.isOpen()));
    }

    @Test
    void everyOperationSaysWhichScopeOfKeysOpensItOrThatNoneDoes() {
        OperationScopes scopes = new OperationScopes(description);
        Set<String> known = Stream.concat(
                        Stream.of(OperationScopes.NONE),
                        Stream.of(KeyScope.values())
                                .filter(scope -> !Set.of(KeyScope.READ, KeyScope.SERVICES)
                                        .contains(scope))
                                .map(KeyScope::name))
                .collect(Collectors.toSet());

        assertThat(described.keySet())
                .allSatisfy(name -> assertThat(known).as(name).contains(scopes.named(name)));
        assertThat(described.keySet().stream().map(scopes::named)).containsAll(known);
    }

    @Test
    void everyShapeIsTheRequestSchemaThatIsDescribed() {
        Shapes shapes = new Shapes(description);
        coded.forEach((name, operation) -> operation.shape().ifPresent(shape -> {
            assertThat(shapes.has(shape)).as(name + " has the schema " + shape).isTrue();
            assertThat(String.valueOf(described.get(name).requestBody()))
                    .as(name)
                    .contains("#/components/schemas/" + shape + "\"");
        }));
    }

    @Test
    void everyQueryParameterIsDescribedAndEveryDescribedOneIsRead() {
        coded.forEach((name, operation) -> assertThat(operation.queryParameters())
                .as(name)
                .containsExactlyInAnyOrderElementsOf(
                        described.get(name).parameters("query").keySet()));
    }

    @Test
    void whatTakesAKeySaysSo() {
        coded.forEach((name, operation) -> assertThat(
                        described.get(name).parameters("header").containsKey(IdempotencyFeature.HEADER))
                .as(name)
                .isEqualTo(operation.takesKeys()));
    }

    @Test
    void everyNameInAnAuditRecordsTargetIsDescribed() {
        coded.forEach((name, operation) ->
                assertThat(described.get(name).inputs()).as(name).containsAll(operation.namesOfItsAuditTarget()));
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
