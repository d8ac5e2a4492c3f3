package org.computility.licensing.quotas;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.computility.shared.JsonSupport;

/** Reads what authorization servers answer. */
final class QuotaAnswer {

    private QuotaAnswer() {}

    /** The quota of that capability; empty: the answer has none. */
    static Optional<ToldQuota> read(byte[] body, String algoDefCode) {
        JsonObject answer;
        try (JsonReader reader = JsonSupport.JSON.createReader(new ByteArrayInputStream(body))) {
            answer = reader.readObject();
        } catch (JsonException e) {
            return Optional.empty();
        }
        Optional<Integer> used = count(answer.get("QuotaUsed"));
        Optional<Integer> total = count(answer.get("QuotaTotal"));
        boolean same = algoDefCode.equals(answer.getString("AlgoDefCode", null));
        return same && used.isPresent() && total.isPresent()
                ? Optional.of(new ToldQuota(algoDefCode, used.get(), total.get()))
                : Optional.empty();
    }

    private static Optional<Integer> count(JsonValue value) {
        if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
            return Optional.empty();
        }
        try {
            int count = number.intValueExact();
            return count < 0 ? Optional.empty() : Optional.of(count);
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
