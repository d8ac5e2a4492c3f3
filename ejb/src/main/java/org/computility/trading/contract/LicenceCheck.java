package org.computility.trading.contract;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.UuidText;

/** Whether licences are good, for anybody who is shown one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LicenceCheck {

    @Inject
    Licences licences;

    @Inject
    LicensorKeys keys;

    @Inject
    Clock clock;

    /**
     * Judges a licence as it was shown.
     *
     * @return what is wrong with it, nothing for a good one: {@code licence-unknown}, {@code licence-forged} (something in it
     *     is not as it was issued), {@code licence-expired}
     */
    public List<String> faults(LicenceView shown) {
        Optional<Licence> issued = UuidText.read(shown.licenceId()).flatMap(licences::find);
        if (issued.isEmpty()) {
            return List.of("licence-unknown");
        }
        List<String> faults = new ArrayList<>();
        if (!isGenuine(shown, issued.get())) {
            faults.add("licence-forged");
        }
        if (issued.get().isOver(clock.instant())) {
            faults.add("licence-expired");
        }
        return faults;
    }

    /** The public key, in PEM, that the licensor's signature on this licence is verified with. */
    public String licensorKey(String licenceId) {
        return UuidText.read(licenceId)
                .flatMap(licences::find)
                .map(licence -> keys.pairOf(licence.licensorOrganisationId()).publicKey())
                .orElseThrow(() -> new NotFound(
                        "licence-unknown", new Member("licenceId"), "There is no licence " + licenceId + "."));
    }

    private boolean isGenuine(LicenceView shown, Licence issued) {
        return shown.watermark().equals(issued.view().watermark())
                && keys.watermarks().isSignature(shown.watermark(), issued.bound())
                && keys.pairOf(issued.licensorOrganisationId()).isSignature(shown.signature(), LicenceText.of(shown));
    }
}
