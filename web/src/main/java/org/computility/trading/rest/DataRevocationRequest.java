package org.computility.trading.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** A publication to revoke (T/AI 123.12 table A.14). */
public record DataRevocationRequest(
        @JsonbProperty("registrationID") String registrationId,
        @JsonbProperty("dataID") String dataId) {}
