package org.computility.trading.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.UUID;
import org.computility.shared.keys.Hmac;
import org.computility.shared.keys.KeyPurpose;
import org.computility.shared.keys.KeyRing;
import org.computility.shared.keys.SecretBytes;
import org.computility.shared.keys.SignaturePair;

/** The keys behind licences: a pair for each licensor's organisation, which the platform keeps, and the watermark's. */
@Dependent
class LicensorKeys {

    @EJB
    KeyRing keys;

    /** What signs the organisation's licences. */
    SignaturePair pairOf(UUID organisation) {
        return new SignaturePair(keys.key("lic-" + organisation, KeyPurpose.CERTIFYING, SignaturePair::fresh));
    }

    /** What marks every licence. */
    Hmac watermarks() {
        return new Hmac(keys.key("licence-watermarks", KeyPurpose.SIGNING, () -> SecretBytes.fresh(Hmac.KEY_BYTES)));
    }
}
