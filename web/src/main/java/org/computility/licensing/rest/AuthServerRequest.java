package org.computility.licensing.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import org.computility.licensing.online.AuthServerChange;
import org.computility.licensing.online.NewAuthServer;

/**
 * An authorization server to register or to change (T/BAX 0006.5 table D.1). The platform makes {@code ID} and {@code
 * CreatedDate}: what a caller sends of them is not read.
 */
public record AuthServerRequest(
        @JsonbProperty("Server") String server,
        @JsonbProperty("Provider") String provider,
        @JsonbProperty("Default") boolean isDefault) {

    NewAuthServer registration() {
        return new NewAuthServer(server, provider, isDefault);
    }

    AuthServerChange change() {
        return new AuthServerChange(server, provider, isDefault);
    }
}
