package org.computility.serving;

import jakarta.json.bind.annotation.JsonbProperty;

/** One variable of a service (T/BAX 0006.5 table F.7). */
public record EnvItem(
        @JsonbProperty("Name") String name,
        @JsonbProperty("Value") String value) {}
