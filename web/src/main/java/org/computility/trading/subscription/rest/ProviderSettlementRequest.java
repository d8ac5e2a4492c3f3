package org.computility.trading.subscription.rest;

import jakarta.json.JsonObject;

/**
 * An order whose publisher is paid (T/AI 123.12 tables A.69, which has {@code publisherId}, and A.84, which has the order's {@code
 * subscriberId} instead).
 */
public record ProviderSettlementRequest(
        String publisherId, String subscriberId, String orderId, JsonObject creditInfo) {}
