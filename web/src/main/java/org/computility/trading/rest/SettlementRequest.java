package org.computility.trading.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** A confirmed demand to pay for (T/AI 123.12 table A.35). */
public record SettlementRequest(@JsonbProperty("confirmID") String confirmId) {}
