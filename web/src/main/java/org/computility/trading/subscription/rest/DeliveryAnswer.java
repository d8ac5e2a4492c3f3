package org.computility.trading.subscription.rest;

import jakarta.json.JsonValue;
import org.computility.trading.subscription.calls.ServiceOutput;

/** What a model or an application put out (T/AI 123.12 tables A.64 and A.79). */
public record DeliveryAnswer(JsonValue output) {

    static DeliveryAnswer of(ServiceOutput output) {
        return new DeliveryAnswer(output.value());
    }
}
