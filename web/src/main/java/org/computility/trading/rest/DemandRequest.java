package org.computility.trading.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** A demand to publish or to revoke (T/AI 123.12 tables A.20 and A.26). */
public record DemandRequest(
        String demander, @JsonbProperty("demandID") String demandId) {}
