package org.computility.trading.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;

/** A data resource to publish (T/AI 123.12 table A.5). */
public record DataPublicationRequest(
        String owner, @JsonbProperty("registrationID") String registrationId, boolean free, BigDecimal price) {}
