package org.computility.shared.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A key that the platform made for itself, sealed. */
@Entity
@Immutable
@Table(name = "platform_key")
class PlatformKey {

    @Id
    private String name;

    @Column
    @Enumerated(EnumType.STRING)
    private KeyPurpose purpose;

    @Column
    private byte[] sealedKey;

    @Column
    private Instant createdAt;

    protected PlatformKey() {}

    /** The key itself; IllegalStateException when it was made for something else, or sealed under another secret. */
    byte[] open(KeyPurpose wanted, Sealing sealing) {
        if (purpose != wanted) {
            throw new IllegalStateException("The key " + name + " is for " + purpose + ", not for " + wanted + ".");
        }
        return sealing.open(sealedKey);
    }
}
