package org.computility.trading.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.computility.shared.keys.DeliveryPair;
import org.computility.shared.keys.Hashes;
import org.computility.shared.keys.Sealing;

/** A pair under which contents of an organisation are delivered. Its private half is sealed. */
@Entity
@Table(name = "delivery_key")
class DeliveryKey {

    @Id
    private UUID keyId;

    @Column
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private DeliveryPair.Algorithm algorithm;

    @Column
    private String fingerprint;

    private String publicKey;

    private byte[] sealedPrivateKey;

    @Column
    private Instant createdAt;

    protected DeliveryKey() {}

    static DeliveryKey keep(UUID organisationId, DeliveryPair pair, Sealing sealing, Instant now) {
        DeliveryKey key = new DeliveryKey();
        key.keyId = UUID.randomUUID();
        key.organisationId = organisationId;
        key.algorithm = DeliveryPair.Algorithm.of(pair.publicKey());
        key.fingerprint = fingerprint(pair.publicKey());
        key.publicKey = pair.publicKey();
        key.sealedPrivateKey = sealing.seal(pair.privateKey());
        key.createdAt = now;
        return key;
    }

    /** What finds the pair of a public key. */
    static String fingerprint(String publicKey) {
        return Hashes.hex(Hashes.sha256(publicKey));
    }

    /** The private half, PKCS #8. */
    byte[] privateKey(Sealing sealing) {
        return sealing.open(sealedPrivateKey);
    }

    DeliveryKeyView view() {
        return new DeliveryKeyView(keyId, algorithm, publicKey);
    }
}
