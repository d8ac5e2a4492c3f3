package org.computility.algorithms.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** T/BAX 0006.5 table A.1 without a file. */
public record PackageUrl(
        @JsonbProperty("Url") String url,
        @JsonbProperty("MD5") String md5) {}
