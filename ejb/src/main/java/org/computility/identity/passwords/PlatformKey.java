package org.computility.identity.passwords;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.computility.shared.Sealing;
import org.hibernate.annotations.Immutable;

/** A key pair of the platform's own, its private half sealed. */
@Entity
@Immutable
@Table(name = "platform_key")
class PlatformKey {

    @Id
    private String name;

    private byte[] publicKey;
    private byte[] sealedPrivateKey;

    @Column
    private Instant createdAt;

    protected PlatformKey() {}

    Sm2KeyPair open(Sealing sealing) {
        return new Sm2KeyPair(publicKey, sealing.open(sealedPrivateKey));
    }
}
