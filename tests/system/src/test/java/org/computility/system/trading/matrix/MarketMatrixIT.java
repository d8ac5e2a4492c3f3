package org.computility.system.trading.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.computility.system.Answer;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.matrix.AccessContract;
import org.computility.system.matrix.Contract;
import org.computility.system.matrix.Crowd;
import org.computility.system.matrix.Matrix;
import org.computility.system.matrix.OddMember;
import org.computility.system.matrix.Oddity;
import org.computility.system.matrix.StoredState;
import org.computility.system.trading.Market;
import org.computility.system.trading.SoldService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what in the market: every operation of T/AI 123.12, asked for by every role of both parties and of strangers, by
 * nobody, and with a token that has ended. Then every member of every table missing, mistyped, too long.
 */
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "looks into the database")
class MarketMatrixIT extends AccessContract {

    /**
     * {@code ok}, or the code of the refusal; the first three digits are its status. Three of them where they differ: for somebody
     * of the role in the seller's organisation, in the buyer's, in a stranger's. Each call names the party that the operation is for.
     */
    private static final String MATRIX = """
            operation                               | seller | buyer | ADMINISTRATOR | OPERATOR       | AUDITOR        | PROVIDER          | CONSUMER          | DEVICE | PLATFORM          | no token | ended
            GET /queryDeliverResult                 | ok     | ok    | ok            | ok/ok/40492    | ok/ok/40492    | ok/ok/40492       | ok/ok/40492       | 40301  | ok/ok/40492       | 40101    | 40104
            GET /queryDemandForSettlement           | ok     | ok    | ok            | ok/ok/40492    | ok/ok/40492    | ok/ok/40492       | ok/ok/40492       | 40301  | ok/ok/40492       | 40101    | 40104
            GET /queryPublishedData                 | ok     | 40490 | ok            | ok/40490/40490 | ok/40490/40490 | ok/40490/40490    | ok/40490/40490    | 40301  | ok/40490/40490    | 40101    | 40104
            GET /queryPublishedDemand               | 40491  | ok    | ok            | 40491/ok/40491 | 40491/ok/40491 | 40491/ok/40491    | 40491/ok/40491    | 40301  | 40491/ok/40491    | 40101    | 40104
            GET /querySettlement                    | ok     | ok    | ok            | ok/ok/40492    | ok/ok/40492    | ok/ok/40492       | ok/ok/40492       | 40301  | ok/ok/40492       | 40101    | 40104
            GET /v1/application/userSettlement      | 40301  | ok    | ok            | 40082/ok/40082 | 40301          | 40301             | 40380             | 40301  | 40301             | 40101    | 40104
            POST /confirmDemand                     | 40301  | ok    | ok            | 40082/ok/40082 | 40301          | 40301             | 40380             | 40301  | 40301             | 40101    | 40104
            POST /deliver                           | 40301  | ok    | ok            | 40382/ok/40382 | 40301          | 40301             | 40382             | 40301  | 40301             | 40101    | 40104
            POST /deliverDatasets                   | ok     | 40301 | ok            | ok/40382/40382 | 40301          | ok/40382/40382    | 40301             | 40301  | ok/40382/40382    | 40101    | 40104
            POST /publishData                       | ok     | 40301 | ok            | ok/40082/40082 | 40301          | 40380             | 40301             | 40301  | 40301             | 40101    | 40104
            POST /publishDatasets                   | ok     | 40301 | 40990         | ok/40990/40990 | 40301          | ok/40990/40990    | 40301             | 40301  | ok/40990/40990    | 40101    | 40104
            POST /publishDemand                     | 40301  | ok    | ok            | 40082/ok/40082 | 40301          | 40301             | 40380             | 40301  | 40301             | 40101    | 40104
            POST /registerData                      | ok     | 40301 | ok            | ok/40082/40082 | 40301          | 40380             | 40301             | 40301  | 40301             | 40101    | 40104
            POST /registerDemand                    | 40301  | ok    | ok            | 40082/ok/40082 | 40301          | 40301             | 40380             | 40301  | 40301             | 40101    | 40104
            POST /revokeDemand                      | 40301  | ok    | ok            | 40082/ok/40082 | 40301          | 40301             | 40380             | 40301  | 40301             | 40101    | 40104
            POST /revokePublishedData               | ok     | 40301 | ok            | ok/40490/40490 | 40301          | 40380/40490/40490 | 40301             | 40301  | 40380/40490/40490 | 40101    | 40104
            POST /settlement                        | 40301  | ok    | ok            | 40492/ok/40492 | 40301          | 40301             | 40492/40380/40492 | 40301  | 40301             | 40101    | 40104
            POST /updateLicenses                    | ok     | 40301 | ok            | ok/40082/40082 | 40301          | 40380             | 40301             | 40301  | 40301             | 40101    | 40104
            POST /v1/application/delivery           | 40301  | ok    | ok            | 40382/ok/40382 | 40301          | 40301             | 40382             | 40301  | 40301             | 40101    | 40104
            POST /v1/application/providerSettlement | ok     | 40301 | ok            | ok/40482/40482 | 40301          | 40380/40482/40482 | 40301             | 40301  | 40301             | 40101    | 40104
            POST /v1/application/publish            | ok     | 40301 | ok            | ok/40082/40082 | 40301          | 40380             | 40301             | 40301  | 40301             | 40101    | 40104
            POST /v1/application/subscribe          | 40301  | ok    | ok            | 40082/ok/40082 | 40301          | 40301             | 40380             | 40301  | 40301             | 40101    | 40104
            POST /v1/application/userSettlement     | 40301  | ok    | ok            | 40082/ok/40082 | 40301          | 40301             | 40380             | 40301  | 40301             | 40101    | 40104
            POST /v1/model/delivery                 | 40301  | ok    | ok            | 40382/ok/40382 | 40301          | 40301             | 40382             | 40301  | 40301             | 40101    | 40104
            POST /v1/model/providerSettlement       | ok     | 40301 | ok            | ok/40482/40482 | 40301          | 40380/40482/40482 | 40301             | 40301  | 40301             | 40101    | 40104
            POST /v1/model/publish                  | ok     | 40301 | ok            | ok/40082/40082 | 40301          | 40380             | 40301             | 40301  | 40301             | 40101    | 40104
            POST /v1/model/subscribe                | 40301  | ok    | ok            | 40082/ok/40082 | 40301          | 40301             | 40380             | 40301  | 40301             | 40101    | 40104
            POST /v1/model/userSettlement           | 40301  | ok    | ok            | 40082/ok/40082 | 40301          | 40301             | 40380             | 40301  | 40301             | 40101    | 40104
            """;

    private static final int OPERATIONS = 28;

    private static final Map<Oddity, String> CODES = Map.of(
            Oddity.MISSING, "40001",
            Oddity.MISTYPED, "40002",
            Oddity.TOO_LONG, "40003",
            Oddity.INVALID, "40004",
            Oddity.OUT_OF_RANGE, "40004");

    /** The stranger's, behind the seller's and the buyer's. */
    private static final int STRANGER = 2;

    private final SoldService service = new SoldService();
    private MarketCalls calls;

    MarketMatrixIT() {
        super(new Matrix(MATRIX), OPERATIONS);
    }

    @BeforeAll
    void open(Platform platform, ServerUnderTest server) {
        Market market = new Market(platform);
        contract = new Contract(platform, "T/AI 123.12");
        // Entries are matched, and transfers sealed, in the background.
        state = StoredState.ofRooms(
                server, List.of("trading", "settlement"), Set.of("market_entry", "market_news", "ledger_batch"));
        crowd = new Crowd(
                platform,
                List.of(
                        market.sellerAccount().organisationId(),
                        market.buyerAccount().organisationId(),
                        platform.freshOrganisation()),
                Map.of("seller", market.seller(), "buyer", market.buyer()),
                market.sellerAccount());
        calls = new MarketCalls(platform, market, service);
    }

    @AfterAll
    void leave() {
        service.close();
    }

    /** Else nobody would see that some member was never tried. */
    @ParameterizedTest
    @MethodSource("operations")
    void theValidRequestHasAPlaceForEveryMember(String operation) {
        assertThat(contract.members(operation))
                .isNotEmpty()
                .allSatisfy(
                        member -> assertThat(new OddMember(member, takesTexts(operation)).hasPlaceIn(valid(operation)))
                                .as("%s", member.path())
                                .isTrue());
    }

    @Override
    protected JsonObject valid(String operation) {
        return calls.valid(operation);
    }

    @Override
    protected boolean takesTexts(String operation) {
        return operation.startsWith("GET");
    }

    @Override
    protected Answer call(String operation, Matrix.Case by) {
        // Strangers use the second spelling of clause 7.3.
        return calls.call(by.visitor(), operation, calls.valid(operation), by.organisation() == STRANGER);
    }

    @Override
    protected Answer call(String operation, JsonObject odd) {
        return calls.call(calls.party(operation), operation, odd, false);
    }

    @Override
    protected String code(Contract.Member member, Oddity oddity) {
        return CODES.get(oddity);
    }

    @Override
    protected void done(SoftAssertions checks, String operation, Matrix.Case by, Answer answer) {
        checks.assertThat(answer.status()).as("%s", by).isEqualTo(200);
    }

    /** The service that is sold is not called. */
    @Override
    protected Object elsewhere() {
        return service.calls();
    }

    @Override
    protected void refused(SoftAssertions checks, Answer answer, String code, String word, String what) {
        if (answer.status() != Integer.parseInt(code.substring(0, 3))) {
            checks.fail("%s instead of %s %s for %.400s", answer, code, word, what);
            return;
        }
        JsonObject envelope = answer.json();
        checks.assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        checks.assertThat(envelope.keySet()).containsExactlyInAnyOrder("status", "code", "errorMsg", "data");
        checks.assertThat(envelope.getInt("status")).isEqualTo(answer.status());
        checks.assertThat(envelope.getString("code"))
                .as("%s for %.400s", answer, what)
                .isEqualTo(code);
        checks.assertThat(envelope.getString("errorMsg")).isNotBlank().contains(word);
        checks.assertThat(envelope.get("data")).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }
}
