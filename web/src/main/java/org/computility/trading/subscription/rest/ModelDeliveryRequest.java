package org.computility.trading.subscription.rest;

import org.computility.trading.licences.LicenceView;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.calls.NewDelivery;
import org.computility.trading.subscription.calls.ServiceInput;

/** A call of a model (T/AI 123.12 table A.63). */
public record ModelDeliveryRequest(String api, LicenceView licenses, String input) {

    NewDelivery delivery() {
        return new NewDelivery(ServiceKind.MODEL, api, licenses, ServiceInput.of(input));
    }
}
