package org.computility.trading.licences;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.UuidText;
import org.computility.shared.keys.SignaturePair;

/** Whether licences are good, for anybody who is shown one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LicenceCheck {

    private static final Member LICENCES = new Member("licenses");

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
     *     is not as it was issued), {@code licence-revoked}, {@code licence-replaced}, {@code licence-expired}
     */
    public List<String> faults(LicenceView shown) {
        Optional<Licence> issued = find(shown.licenceId());
        if (issued.isEmpty()) {
            return List.of("licence-unknown");
        }
        List<String> faults = new ArrayList<>();
        if (!isGenuine(shown, issued.get())) {
            faults.add("licence-forged");
        }
        if (issued.get().isRevoked()) {
            faults.add("licence-revoked");
        }
        if (issued.get().isReplaced()) {
            faults.add("licence-replaced");
        }
        if (issued.get().isOver(clock.instant())) {
            faults.add("licence-expired");
        }
        return faults;
    }

    /**
     * The licence that was shown, as it was issued, whether or not it still counts.
     *
     * @throws NotFound {@code licence-unknown}
     * @throws Denied {@code licence-forged}
     */
    public GoodLicence genuine(LicenceView shown) {
        Licence issued = find(shown.licenceId())
                .orElseThrow(() -> new NotFound(
                        "licence-unknown", LICENCES, "{member} is no licence that the market issued: show it whole."));
        if (!isGenuine(shown, issued)) {
            throw new Denied(
                    "licence-forged",
                    LICENCES,
                    "Something in {member} is not as the licensor signed it: show it whole.");
        }
        return issued.good();
    }

    /**
     * The same for a licence of a trade with data.
     *
     * @throws NotFound {@code licence-unknown}
     * @throws Denied {@code licence-forged}; {@code licence-other-service} for the licence of a subscription
     */
    public GoodLicence genuineForData(LicenceView shown) {
        GoodLicence licence = genuine(shown);
        if (licence.confirmId() == null) {
            throw new Denied(
                    "licence-other-service",
                    LICENCES,
                    "The licence of {member} is for a model or an application, which it calls; it is for no data.");
        }
        return licence;
    }

    /**
     * Returns when a genuine licence counts now.
     *
     * @throws Denied {@code licence-revoked}, {@code licence-replaced}, {@code licence-expired}
     */
    public void requireCurrent(GoodLicence genuine) {
        requireCurrent(licences.find(genuine.licenceId()).orElseThrow());
    }

    private void requireCurrent(Licence issued) {
        if (issued.isRevoked()) {
            throw new Denied("licence-revoked", LICENCES, "The licence of {member} was taken back with its payment.");
        }
        if (issued.isReplaced()) {
            throw new Denied(
                    "licence-replaced",
                    LICENCES,
                    "The licence of {member} was renewed: show the one that /querySettlement answers now.");
        }
        if (issued.isOver(clock.instant())) {
            throw new Denied("licence-expired", LICENCES, "The licence of {member} has expired.");
        }
    }

    /**
     * Returns when the licence of a trade that counts now runs.
     *
     * @throws Denied {@code licence-revoked}, {@code licence-expired}
     */
    public void requireRunning(UUID confirmId) {
        // As it is read here: a renewal at the same moment replaces it, and leaves one that runs.
        requireCurrent(licences.ofConfirmation(confirmId).orElseThrow());
    }

    /** The public key, in PEM, that the licensor's signature on this licence is verified with. */
    public String licensorKey(String licenceId) {
        return find(licenceId)
                .map(licence -> keys.pairOf(licence.licensorOrganisationId()).publicKey())
                .orElseThrow(() -> unknown(licenceId));
    }

    private Optional<Licence> find(String licenceId) {
        return UuidText.read(licenceId).flatMap(licences::find);
    }

    private static NotFound unknown(String licenceId) {
        return new NotFound("licence-unknown", new Member("licenceId"), "There is no licence " + licenceId + ".");
    }

    private boolean isGenuine(LicenceView shown, Licence issued) {
        SignaturePair licensor = keys.pairOf(issued.licensorOrganisationId());
        return shown.watermark().equals(issued.view().watermark())
                && isMark(shown.watermark(), issued.bound(), licensor)
                && licensor.isSignature(shown.signature(), LicenceText.of(shown));
    }

    private boolean isMark(String watermark, String bound, SignaturePair licensor) {
        return licensor.isSignature(watermark, bound) || keys.formerWatermarks().isSignature(watermark, bound);
    }
}
