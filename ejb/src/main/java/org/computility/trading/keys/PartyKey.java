package org.computility.trading.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The public key of an account: what is delivered to it is encrypted for this key. */
@Entity
@Table(name = "party_key")
class PartyKey {

    @Id
    @Column
    private UUID accountId;

    private String publicKey;

    @Column
    private Instant changedAt;

    protected PartyKey() {}

    static PartyKey of(UUID accountId, String publicKey, Instant now) {
        PartyKey key = new PartyKey();
        key.accountId = accountId;
        key.publicKey = publicKey;
        key.changedAt = now;
        return key;
    }

    String publicKey() {
        return publicKey;
    }
}
