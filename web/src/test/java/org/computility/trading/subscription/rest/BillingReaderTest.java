package org.computility.trading.subscription.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import org.computility.settlement.payment.PaymentProof;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.Rejected;
import org.computility.trading.subscription.ServiceKind;
import org.junit.jupiter.api.Test;

/** JSON that comes as a text. */
class BillingReaderTest {

    /** Deeper than parsers read, in no more characters than a text has. */
    private static final String DEEP = "{\"unit\":" + "[".repeat(1900) + "]".repeat(1900) + "}";

    @Test
    void aTextIsReadAsWhatItHolds() {
        assertThat(BillingReader.read(Json.createValue("{\"unit\":\"CALL\"}")).unit())
                .isEqualTo(UsageUnit.CALL);
        assertThat(proof("{\"method\":\"BALANCE\"}")).isEqualTo(new PaymentProof("BALANCE", null, null));
        assertThat(proof("{\"transferID\":\"1\"}")).isEqualTo(new PaymentProof(null, "1", null));
        assertThat(proof("{\"paymentId\":\"2\"}")).isEqualTo(new PaymentProof(null, null, "2"));
    }

    @Test
    void whatIsLeftOutIsNobodysBusinessHere() {
        assertThat(BillingReader.read(Json.createValue("{\"price\":0.02}")).unit())
                .isNull();
    }

    @Test
    void whatIsMisspeltIsNotSoldWithoutIt() {
        refused("member-invalid", () -> BillingReader.read(Json.createValue("{\"unit\":\"CALL\",\"qouta\":3}")));
    }

    @Test
    void whatIsNestedTooDeepIsRefused() {
        refused("member-invalid", () -> BillingReader.read(Json.createValue(DEEP)));
        refused("member-type", () -> UserSettlementRequest.of("buyer", "1", DEEP));
    }

    @Test
    void whatIsReadIsStillRefusedInItsOwnWords() {
        refused("member-missing", () -> BillingReader.read(Json.createValue("")));
        refused("member-invalid", () -> BillingReader.read(Json.createValue("{\"unit\":")));
        refused("member-type", () -> UserSettlementRequest.of("buyer", "1", "[]"));
    }

    private static PaymentProof proof(String text) {
        return UserSettlementRequest.of("buyer", "1", text)
                .settlement(ServiceKind.APPLICATION)
                .proof();
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
