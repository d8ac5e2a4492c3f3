package org.computility.identity.registration;

import java.time.Instant;
import java.util.UUID;

/** A registration that was taken, with the secret that shows its state: only its hash is kept. */
public record RegistrationReceipt(UUID id, String secret, Instant expiresAt) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "RegistrationReceipt[" + id + "]";
    }
}
