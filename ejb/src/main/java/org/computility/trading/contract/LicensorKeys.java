package org.computility.trading.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.computility.shared.keys.Hmac;
import org.computility.shared.keys.KeyPurpose;
import org.computility.shared.keys.KeyRing;
import org.computility.shared.keys.SecretBytes;
import org.computility.shared.keys.SignaturePair;

/**
 * The keys behind licences: a pair for each licensor's organisation, which the platform keeps, and the watermark's. They never
 * change, so each is read once: to read a key takes a connection of its own, which a transaction that holds one must not wait for.
 */
@ApplicationScoped
class LicensorKeys {

    @EJB
    KeyRing keys;

    private final Map<UUID, SignaturePair> pairs = new ConcurrentHashMap<>();
    private volatile Hmac watermarks;

    /** What signs the organisation's licences. Ask for it before a transaction begins. */
    SignaturePair pairOf(UUID organisation) {
        SignaturePair known = pairs.get(organisation);
        if (known == null) {
            known = new SignaturePair(keys.key("lic-" + organisation, KeyPurpose.CERTIFYING, SignaturePair::fresh));
            pairs.put(organisation, known);
        }
        return known;
    }

    /** What marks every licence. Ask for it before a transaction begins. */
    Hmac watermarks() {
        if (watermarks == null) {
            watermarks = new Hmac(
                    keys.key("licence-watermarks", KeyPurpose.SIGNING, () -> SecretBytes.fresh(Hmac.KEY_BYTES)));
        }
        return watermarks;
    }
}
