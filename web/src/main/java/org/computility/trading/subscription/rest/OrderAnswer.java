package org.computility.trading.subscription.rest;

import java.util.UUID;

/** The number of an order that was settled (T/AI 123.12 tables A.67, A.70, A.82 and A.85). */
public record OrderAnswer(UUID orderId) {}
