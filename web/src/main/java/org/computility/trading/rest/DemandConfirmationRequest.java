package org.computility.trading.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** A demand to bind to a data resource (T/AI 123.12 table A.29). */
public record DemandConfirmationRequest(
        String demander,
        @JsonbProperty("demandID") String demandId,
        @JsonbProperty("registrationID") String registrationId,
        @JsonbProperty("dataID") String dataId) {}
