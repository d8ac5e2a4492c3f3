package org.computility.trading.subscription.rest;

import java.util.UUID;

/** The number of a publication (T/AI 123.12 tables A.58 and A.73). */
public record PublishAnswer(UUID publishId) {}
