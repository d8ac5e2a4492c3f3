package org.computility.settlement.rest;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.computility.settlement.bills.MadePayoutView;

/** A payout as a list shows it; {@code creditInfo} is the object that its payee sent (T/AI 123.12 tables A.69 and A.84). */
public record PayoutAnswer(
        UUID id,
        UUID orderId,
        long number,
        UUID account,
        UUID payee,
        BigDecimal amount,
        String currency,
        String reference,
        JsonObject creditInfo,
        String madeBy,
        Instant madeAt,
        boolean reversed) {

    static PayoutAnswer of(MadePayoutView made) {
        return new PayoutAnswer(
                made.id(),
                made.orderId(),
                made.number(),
                made.account(),
                made.payee(),
                made.amount(),
                made.currency(),
                made.reference(),
                object(made.creditInfo()),
                made.madeBy(),
                made.madeAt(),
                made.reversed());
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
