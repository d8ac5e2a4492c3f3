package org.computility.trading.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** The number of a registered demand (T/AI 123.12 table A.18). */
public record DemandAnswer(@JsonbProperty("demandID") String demandId) {}
