package org.computility.trading.subscription.rest;

import jakarta.json.JsonValue;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.calls.NewDelivery;
import org.computility.trading.subscription.calls.ServiceInput;

/** A call of an application (T/AI 123.12 table A.78). */
public record ApplicationDeliveryRequest(String url, LicenceView licenses, JsonValue input) {

    NewDelivery delivery() {
        return new NewDelivery(ServiceKind.APPLICATION, url, licenses, new ServiceInput(input.toString(), true));
    }
}
