package org.computility.trading.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** The number of a registered data resource (T/AI 123.12 table A.3). */
public record RegistrationAnswer(
        @JsonbProperty("registrationID") String registrationId) {}
