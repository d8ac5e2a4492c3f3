package org.computility.trading.subscription.rest;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import org.computility.settlement.payment.PaymentProof;
import org.computility.shared.Rejected;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.payment.NewSettlement;

/** An order that its subscriber settles (T/AI 123.12 tables A.66 and A.81). */
public record UserSettlementRequest(String subscriberId, String subscribeId, String orderId, JsonObject paymentProof) {

    private static final String PROOF = "paymentProof";

    /** From a query, where the proof is the text of its JSON. */
    static UserSettlementRequest of(String subscriberId, String orderId, String proof) {
        return new UserSettlementRequest(subscriberId, null, orderId, parsed(proof));
    }

    private static JsonObject parsed(String proof) {
        try (JsonReader reader = JSON.createReader(new StringReader(proof))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            // No object, or so deep that a parser gives up, which has no exception of its own.
            throw new Rejected("member-type", PROOF, PROOF + " is a JSON object.");
        }
    }

    NewSettlement settlement(ServiceKind kind) {
        // A.66 prints subscriberId, unlike A.60.
        String subscriber = PartyReader.subscriber(ServiceKind.APPLICATION, subscribeId, subscriberId);
        return new NewSettlement(
                kind, subscriber, orderId, new PaymentProof(text("method"), id("transfer"), id("payment")));
    }

    /** In both spellings of the standard. */
    private String id(String of) {
        String id = text(of + "Id");
        return id == null ? text(of + "ID") : id;
    }

    private String text(String member) {
        return paymentProof.get(member) instanceof JsonString text ? text.getString() : null;
    }
}
