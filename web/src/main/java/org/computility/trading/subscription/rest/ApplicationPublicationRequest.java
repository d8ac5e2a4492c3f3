package org.computility.trading.subscription.rest;

import jakarta.json.JsonObject;
import org.computility.trading.subscription.NewPublication;
import org.computility.trading.subscription.ServiceKind;

/** An application to publish (T/AI 123.12 table A.72). */
public record ApplicationPublicationRequest(
        String publisherId, String appId, String billingType, JsonObject billingMethod, String url) {

    NewPublication publication() {
        return new NewPublication(
                ServiceKind.APPLICATION, publisherId, appId, billingType, BillingReader.read(billingMethod), url);
    }
}
