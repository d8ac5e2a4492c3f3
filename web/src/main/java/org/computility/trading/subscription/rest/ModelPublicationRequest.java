package org.computility.trading.subscription.rest;

import jakarta.json.JsonObject;
import org.computility.trading.subscription.NewPublication;
import org.computility.trading.subscription.ServiceKind;

/** A model to publish (T/AI 123.12 table A.57). */
public record ModelPublicationRequest(
        String publisherId, String modelId, String billingType, JsonObject billingMethod, String api) {

    NewPublication publication() {
        return new NewPublication(
                ServiceKind.MODEL, publisherId, modelId, billingType, BillingReader.read(billingMethod), api);
    }
}
