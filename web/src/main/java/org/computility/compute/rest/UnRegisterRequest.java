package org.computility.compute.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** T/BAX 0006.5 table B.4. */
public record UnRegisterRequest(
        @JsonbProperty("Code") String code,
        @JsonbProperty("Username") String username,
        @JsonbProperty("Password") String password) {

    @Override
    public String toString() {
        return "UnRegisterRequest[" + code + "]";
    }
}
