package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Controlled data: published, sold, and used by its policy only (T/AI 123.12 A.1.3, A.3.7). */
@OnTheServer
class ControlledDataIT {

    private static final int AT_ONCE = 100;
    private static final int ROUNDS = 10;

    private final Platform platform;
    private final Market market;
    private DataSpace space;
    private JsonObject paid;

    ControlledDataIT(Platform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    @BeforeEach
    void sold() {
        space = new DataSpace(platform, market);
        paid = space.sell();
    }

    @Test
    void itIsSoldUnderTheOneNumberAndHandedOverByNobody() {
        assertThat(paid).doesNotContainKey("private_key");
        assertThat(space.licence().getString("registrationID")).isEqualTo("TDS-CONTROLLED");
        assertThat(space.licence().getString("licensor")).isEqualTo("TRUSTED_DATA_SPACE");
        String query = "queryPublishedData?registrationID=TDS-CONTROLLED&dataID=" + space.dataId();
        assertThat(market.seller().get(query).data().getString("owner")).isEqualTo("TRUSTED_DATA_SPACE");
        Refusals.check(market.deliver(space.licence()), 409, "40960", "licenses");

        Answer made = space.deliver(
                space.policy("training", DataSpace.scene().build()).build());

        assertThat(made.data().keySet())
                .containsExactlyInAnyOrder(
                        "policyId", "policyName", "dataId", "startDate", "endDate", "status", "createTime");
        assertThat(made.data().getInt("status")).isEqualTo(1);
        assertThat(made.data().getString("endDate"))
                .isEqualTo(space.licence().getJsonObject("license_term").getString("endDate"));
        assertThat(space.deliver(space.policy("training", DataSpace.scene().build())
                                .build())
                        .data()
                        .getString("policyId"))
                .isEqualTo(made.data().getString("policyId"));
        assertThat(space.visitor()
                        .post("revokePublishedData", space.number())
                        .data()
                        .getString("publish_status"))
                .isEqualTo("NO");
    }

    @InTurn
    @Test
    void theSameDataFromManySidesIsPublishedOnce() {
        JsonObject fresh = space.publication()
                .add("dataID", platform.freshName("controlled"))
                .build();
        Callable<Answer> call = () -> space.visitor().post("publishDatasets", fresh);

        AtOnce.send(Collections.nCopies(AT_ONCE, call))
                .forEach(answer ->
                        assertThat(answer.data().getString("publish_status")).isEqualTo("YES"));
    }

    @InTurn
    @Test
    void ofAThousandUsesExactlyAHundredAreAllowed() {
        String policy = made(DataSpace.scene().add("counts", 100).build());
        Callable<Answer> ask = () -> space.use(policy, space.use().build());
        List<Answer> answers = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            answers.addAll(AtOnce.send(Collections.nCopies(AT_ONCE, ask)));
        }

        assertThat(answers)
                .hasSize(1000)
                .filteredOn(answer -> answer.status() == 200)
                .hasSize(100);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> Refusals.check(answer, 403, "policy-refused", "counts"));
    }

    @InTurn
    @ParameterizedTest
    @CsvSource({
        "visitArea, area, 310115",
        "envHard, hardware, H100",
        "envSoft, software, CentOS",
        "aiFrame, framework, TensorFlow",
        "cpCenter, center, 31011501"
    })
    void eachClauseAllowsWhatItListsAndIsNamedByItsRefusal(String clause, String told, String wrong) {
        String right = "visitArea".equals(clause) ? "110108" : "right one";
        JsonArray allowed = Json.createArrayBuilder()
                .add("visitArea".equals(clause) ? "11" : "Right One")
                .build();
        String policy = made(DataSpace.scene()
                .add(clause, Json.createObjectBuilder().add("allow", allowed))
                .build());

        assertThat(space.use(policy, space.use().add(told, right).build()).status())
                .isEqualTo(200);
        Refusals.check(space.use(policy, space.use().add(told, wrong).build()), 403, "policy-refused", clause);
        Refusals.check(space.use(policy, space.use().build()), 403, "policy-refused", clause);
    }

    @InTurn
    @Test
    void usersScenesAndDatesAreEnforced() {
        String policy = made(DataSpace.scene().build());
        String later = space.deliver(space.policy("later", DataSpace.scene().build())
                        .add("startDate", "2999-01-01 00:00:00")
                        .add("endDate", "2999-01-02 00:00:00")
                        .build())
                .data()
                .getString("policyId");

        Refusals.check(
                space.use(policy, space.use().add("userId", market.owner()).build()),
                403,
                "policy-refused",
                "relUsers");
        Refusals.check(
                space.use(policy, space.use().add("scene", "resale").build()), 403, "policy-refused", "useScenes");
        Refusals.check(space.use(later, space.use().build()), 403, "policy-refused", "startDate");
        Refusals.check(space.use("nothing", space.use().build()), 404, "policy-unknown", "policyId");
        Visitor stranger = market.as(platform.account(platform.freshOrganisation(), "PLATFORM"));
        Refusals.check(
                stranger.post(
                        "platform/v1/market/policies/" + policy + "/uses",
                        space.use().build()),
                404,
                "policy-unknown",
                "policyId");
        assertThat(market.buyer()
                        .post(
                                "platform/v1/market/policies/" + policy + "/uses",
                                space.use().build())
                        .status())
                .isEqualTo(403);
    }

    @InTurn
    @ParameterizedTest
    @ValueSource(strings = {"viewRowsRange", "viewPageRange", "watermark"})
    void aClauseThatNobodyEnforcesIsRefusedWhenThePolicyIsMade(String clause) {
        JsonObject scene = DataSpace.scene()
                .add(clause, Json.createObjectBuilder().add("from", 1))
                .build();

        Refusals.check(space.deliver(space.policy("p", scene).build()), 400, "40084", clause);
    }

    @InTurn
    @Test
    void clausesOfAnotherFormAreRefused() {
        JsonObject range = Json.createObjectBuilder()
                .add("deny", Json.createArrayBuilder().add("31"))
                .build();
        for (String clause : Set.of("visitArea", "envHard", "envSoft", "aiFrame", "cpCenter")) {
            refused(clause, range, "40084");
            refused(clause, Json.createValue("11"), "40084");
            refused(clause, JsonValue.EMPTY_JSON_ARRAY, "40004");
            refused(clause, Json.createArrayBuilder().add(11).build(), "40002");
            refused(clause, Json.createArrayBuilder().add("x".repeat(65)).build(), "40003");
        }
        refused("counts", Json.createValue("ten"), "40002");
        refused("counts", Json.createValue(0), "40004");
        refused("remainingCounts", Json.createValue(1), "40004");
        refused("useSence", JsonValue.NULL, "40001");
        refused("useSence", Json.createValue(1), "40002");
        refused("useSence", Json.createValue("x".repeat(65)), "40003");
        refused("counts", Json.createValue(1L << 31), "40004");
        refused("remainingCounts", Json.createValue("one"), "40002");
    }

    @InTurn
    @Test
    void aNameOfSomebodyElseIsRefused() {
        String organisation = market.buyerAccount().organisationId();
        JsonObject policy = space.policy("p", DataSpace.scene().build()).build();
        for (JsonObject misnamed : List.of(
                DataSpace.user(market.demander(), market.owner(), 0), DataSpace.user(organisation, "somebody", 1))) {
            JsonArray users = Json.createArrayBuilder().add(misnamed).build();
            Refusals.check(space.deliver(with(policy, "relUsers", users)), 400, "40004", "userName");
        }
        String name = platform.asAdmin()
                .get("platform/v1/organisations/" + organisation)
                .expect(200)
                .json()
                .getString("name");
        JsonArray group = Json.createArrayBuilder()
                .add(DataSpace.user(organisation, name, 1))
                .build();
        String made = space.deliver(with(policy, "relUsers", group)).data().getString("policyId");
        assertThat(space.use(made, space.use().build()).status()).isEqualTo(200);
    }

    @InTurn
    @Test
    void whatIsNotAsTheTablesSayIsRefused() {
        JsonObject policy = space.policy("p", DataSpace.scene().build()).build();
        for (String member : Set.of("licenses", "dataID", "policyName", "relUsers", "useScenes")) {
            JsonObject without = Json.createObjectBuilder(policy).remove(member).build();
            Refusals.check(space.deliver(without), 400, "40001", member);
        }
        Refusals.check(space.deliver(with(policy, "dataID", Json.createValue("other"))), 400, "40004", "dataID");
        Refusals.check(space.deliver(with(policy, "startDate", Json.createValue("soon"))), 400, "40004", "startDate");
        Refusals.check(
                space.deliver(with(policy, "endDate", Json.createValue("2001-01-01 00:00:00"))),
                400,
                "40086",
                "endDate");
        Refusals.check(market.buyer().post("deliverDatasets", policy), 403, "40301", "PLATFORM");
        Refusals.check(market.seller().post("deliverDatasets", policy), 403, "40382", "licenses");
        JsonObject publication = space.publication().build();
        for (String member : Set.of("owner", "dataID", "registrationID", "protocol", "key_words", "free")) {
            JsonObject without =
                    Json.createObjectBuilder(publication).remove(member).build();
            Refusals.check(space.visitor().post("publishDatasets", without), 400, "40001", member);
        }
        for (String member : Set.of("owner", "registrationID")) {
            Refusals.check(
                    space.visitor().post("publishDatasets", with(publication, member, Json.createValue("mine"))),
                    400,
                    "40004",
                    member);
        }
        Refusals.check(
                space.visitor().post("publishDatasets", with(publication, "isOpen", Json.createValue(2))),
                400,
                "40004",
                "isOpen");
        Refusals.check(market.seller().post("publishDatasets", publication), 409, "40990", "dataID");
    }

    private String made(JsonObject scene) {
        return space.deliver(space.policy("training", scene).build()).data().getString("policyId");
    }

    private void refused(String clause, JsonValue value, String code) {
        JsonObject scene = DataSpace.scene().add(clause, value).build();
        Refusals.check(space.deliver(space.policy("p", scene).build()), 400, code, clause);
    }

    private static JsonObject with(JsonObject body, String member, JsonValue value) {
        return Json.createObjectBuilder(body).add(member, value).build();
    }
}
