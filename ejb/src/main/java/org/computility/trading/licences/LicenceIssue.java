package org.computility.trading.licences;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.computility.shared.StandardTime;
import org.computility.trading.Party;

/**
 * Issues licences in the caller's transaction. Callers have had {@link LicensorKeys} read the keys before it began.
 */
@Stateless
public class LicenceIssue {

    private static final int YEARS = 1;

    @Inject
    Licences licences;

    @Inject
    LicensorKeys keys;

    @Inject
    Clock clock;

    /** When a licence that begins then ends. */
    public static Instant endOf(Instant begin) {
        return begin.atZone(StandardTime.zone()).plusYears(YEARS).toInstant();
    }

    /** A new licence of a trade. */
    public LicenceView issue(LicenceTerms terms) {
        return insert(terms).view();
    }

    /** The licence of a settled trade that counts now. */
    public LicenceView ofTrade(UUID confirmId) {
        return licences.ofConfirmation(confirmId).orElseThrow().view();
    }

    /** The licences of this data that run, the one of the latest trade last. */
    public List<UUID> running(Party licensor, String dataId) {
        return licences.running(dataId, licensor.organisationId(), licensor.name(), clock.instant());
    }

    /**
     * Replaces those of these licences that still run by new ones for a year from now.
     *
     * @param sha256 of the data, or null
     * @return the new ones, the one of the latest trade last
     */
    public List<LicenceView> renew(List<UUID> some, String sha256) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return licences.lockRunning(some.toArray(UUID[]::new), now).stream()
                .map(old -> replace(old, old.renewed(sha256, now, endOf(now))))
                .map(Licence::view)
                .toList();
    }

    /** Takes the licences of a trade back. */
    public void revoke(UUID confirmId) {
        // First, in a statement of its own: the next one sees what a renewal issued that this one waited for.
        licences.lockOfTrade(confirmId);
        licences.revoke(confirmId, clock.instant());
    }

    private Licence replace(Licence old, LicenceTerms terms) {
        Licence next = Licence.issue(terms, keys.signing(terms.licensorOrganisationId()));
        // First, because only one of a trade counts.
        old.replaceBy(next);
        licences.session().update(old);
        licences.session().insert(next);
        return next;
    }

    private Licence insert(LicenceTerms terms) {
        Licence licence = Licence.issue(terms, keys.signing(terms.licensorOrganisationId()));
        licences.session().insert(licence);
        return licence;
    }
}
