package org.computility.trading.delivery.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** Data whose licences are to be renewed (T/AI 123.12 table A.54). */
public record LicenceUpdateRequest(
        String owner, @JsonbProperty("dataID") String dataId) {}
