package org.computility.compute.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** T/BAX 0006.5 table B.5. */
public record KeepaliveRequest(@JsonbProperty("Code") String code) {}
