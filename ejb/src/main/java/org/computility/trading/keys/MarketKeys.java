package org.computility.trading.keys;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.passwords.SentPasswords;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.database.UniqueKey;
import org.computility.shared.keys.DeliveryPair;
import org.computility.shared.keys.PublicKeyText;
import org.computility.shared.keys.Sealing;

/**
 * The keys of the market. A seller has a delivery pair made, or deposits the private half of its own. A buyer names the key
 * for which it gets what it bought.
 */
@Stateless
public class MarketKeys {

    private static final Member PUBLIC_KEY = new Member("publicKey");
    private static final Member PRIVATE_KEY = new Member("privateKey");

    @Inject
    DeliveryKeys pairs;

    @Inject
    PartyKeys parties;

    @Inject
    SentPasswords sent;

    @Inject
    Sealing sealing;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** Makes a pair of the caller's organisation. Its public half goes into {@code public_key} of table A.2. */
    public DeliveryKeyView make(DeliveryPair.Algorithm algorithm) {
        UUID organisation = caller.require(Role.PUBLISHERS).organisationId();
        DeliveryKey key = DeliveryKey.keep(organisation, DeliveryPair.fresh(algorithm), sealing, clock.instant());
        pairs.session().insert(key);
        return key.view();
    }

    /**
     * Keeps the private half of an organisation's own pair. Once more changes nothing.
     *
     * @param privateKey PKCS #8 in PEM, plain or encrypted as passwords are
     * @throws Rejected {@code private-key-invalid} when it is not the other half
     */
    public void deposit(UUID organisation, String publicKey, String privateKey) {
        DeliveryPair pair = DeliveryPair.of(publicKey, sent.secret(PRIVATE_KEY, privateKey))
                .orElseThrow(() -> new Rejected(
                        "private-key-invalid",
                        PRIVATE_KEY,
                        "{member} is the private key, PKCS #8 in PEM, of the public key that was registered."));
        if (!holds(organisation, publicKey)) {
            UniqueKey.keep(
                    () -> pairs.session().insert(DeliveryKey.keep(organisation, pair, sealing, clock.instant())),
                    () -> new Conflict("changed-meanwhile", "The key is deposited in this moment by another call."));
        }
    }

    /** Whether the organisation's private half of this key is here. */
    public boolean holds(UUID organisation, String publicKey) {
        return pair(organisation, publicKey).isPresent();
    }

    /** The private half, PKCS #8, of an organisation's pair. */
    public byte[] privateKey(UUID organisation, String publicKey) {
        return pair(organisation, publicKey).orElseThrow().privateKey(sealing);
    }

    /**
     * What is delivered to the caller is encrypted for this key from now on; answers the key in PEM.
     *
     * @throws Rejected {@code public-key-invalid}
     */
    public String receiveWith(String publicKey) {
        UUID account = caller.require(Role.BUYERS).accountId();
        String pem = PublicKeyText.pem(publicKey)
                .orElseThrow(() -> new Rejected("public-key-invalid", PUBLIC_KEY, PublicKeyText.KINDS));
        parties.session().upsert(PartyKey.of(account, pem, clock.instant()));
        return pem;
    }

    /** The key of that account, in PEM. */
    public Optional<String> keyOf(UUID account) {
        return parties.find(account).map(PartyKey::publicKey);
    }

    private Optional<DeliveryKey> pair(UUID organisation, String publicKey) {
        return pairs.of(organisation, DeliveryKey.fingerprint(publicKey));
    }
}
