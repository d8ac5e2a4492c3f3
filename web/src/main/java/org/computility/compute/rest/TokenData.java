package org.computility.compute.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** T/BAX 0006.5 table B.3. */
public record TokenData(@JsonbProperty("Token") String token) {}
