package org.computility.trading.licences;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.computility.shared.keys.Hmac;
import org.computility.shared.keys.KeyPurpose;
import org.computility.shared.keys.KeyRing;
import org.computility.shared.keys.SecretBytes;
import org.computility.shared.keys.SignaturePair;

/**
 * The keys behind licences: a pair for each licensor's organisation, which the platform keeps, and what marked licences formerly. They never
 * change, so each is read once: to read a key takes a connection of its own, which a transaction that holds one must not wait for.
 */
@ApplicationScoped
public class LicensorKeys {

    @EJB
    KeyRing keys;

    private final Map<UUID, SignaturePair> pairs = new ConcurrentHashMap<>();
    private volatile Hmac watermarks;

    /** What signs the organisation's licences. Ask for it before a transaction begins. */
    public SignaturePair pairOf(UUID organisation) {
        SignaturePair known = pairs.get(organisation);
        if (known == null) {
            known = new SignaturePair(keys.key("lic-" + organisation, KeyPurpose.CERTIFYING, SignaturePair::fresh));
            pairs.put(organisation, known);
        }
        return known;
    }

    /** Signs a text for the organisation. */
    UnaryOperator<String> signing(UUID organisation) {
        return pairOf(organisation)::sign;
    }

    /** What marked licences while only the platform could check a watermark; the licensor's pair marks new ones. */
    Hmac formerWatermarks() {
        if (watermarks == null) {
            watermarks = new Hmac(
                    keys.key("licence-watermarks", KeyPurpose.SIGNING, () -> SecretBytes.fresh(Hmac.KEY_BYTES)));
        }
        return watermarks;
    }
}
