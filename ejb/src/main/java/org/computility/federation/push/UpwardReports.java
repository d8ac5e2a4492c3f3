package org.computility.federation.push;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.computility.federation.calls.PlatformAddress;
import org.computility.federation.calls.PlatformAway;
import org.computility.federation.calls.PlatformRefusal;
import org.computility.federation.calls.PlatformSession;
import org.computility.federation.upper.UpperMonitoring;
import org.computility.federation.upper.UpperPlatformRegistry;
import org.computility.federation.upper.UpperVerdict;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.reports.AcceptedReports;
import org.computility.reporting.reports.ReportStateView;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.keys.Hashes;

/**
 * Sends reports that were accepted to the platform above, in the order in which they were (TC609 clause 5.3.1). What is sent is
 * kept after the answer: a run that is killed in between sends it once more, and the platform above takes equal figures once.
 */
@Stateless
public class UpwardReports {

    /** The id of no platform. */
    private static final int NONE = 0;

    @Inject
    Pushes pushes;

    @EJB
    UpperPlatformRegistry platforms;

    @EJB
    AcceptedReports reports;

    @EJB
    PushRecords records;

    @Inject
    UpperMonitoring monitoring;

    @Inject
    CurrentCaller caller;

    /** The next states that the platform has not been told, in their order; none at the end. In no transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<ReportStateView> next(PlatformAddress upper, int most) {
        return reports.behind(pushes.toldUpTo(upper.id()), most);
    }

    /**
     * States behind that point that it refused, broke over or lost, or that were passed by and count since centers were merged or
     * parted, and that are still the newest, in their order. In no transaction.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Long> left(PlatformAddress upper, long behind, int most) {
        return pushes.left(upper.id(), behind, most);
    }

    /** A state that was left, where it is still what is reported. In no transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<ReportStateView> again(long knownOn) {
        return reports.on(knownOn);
    }

    /**
     * Tells one state, its center first where it is new there or has changed. In no transaction: the platform above may take its
     * time.
     *
     * @throws PlatformAway where it does not answer; then nothing is kept
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PushOutcome tell(PlatformAddress upper, PlatformSession session, ReportStateView state) {
        ReportedCenterView own = reports.center(state.centerId());
        try {
            int center = center(upper, session, own);
            UpperVerdict verdict = monitoring.report(session, center, state);
            PushOutcome outcome = PushOutcome.of(verdict.status());
            records.keepReport(upper.id(), state, own.id(), outcome, verdict.reasons(), verdict.knownOn());
            return outcome;
        } catch (PlatformRefusal refused) {
            records.keepReport(upper.id(), state, own.id(), PushOutcome.REFUSED, List.of(refused.getMessage()), null);
            return PushOutcome.REFUSED;
        }
    }

    /** The platform above breaks over this state: it is told again later, and the others go before. In no transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public PushOutcome setAside(PlatformAddress upper, ReportStateView state, String why) {
        records.keepReport(
                upper.id(), state, reports.center(state.centerId()).id(), PushOutcome.ASIDE, List.of(why), null);
        return PushOutcome.ASIDE;
    }

    /** What the platform above was told, the newest first; nothing without one. For administrators. */
    public Page<PushedReportView> page(PushSearch asked, PageRequest page) {
        caller.require(Role.ADMINISTRATOR);
        int upper = platforms.current().map(PlatformAddress::id).orElse(NONE);
        return pushes.page(upper, asked, page).map(PushedReport::view);
    }

    private int center(PlatformAddress upper, PlatformSession session, ReportedCenterView center)
            throws PlatformRefusal {
        String hash = Hashes.hex(Hashes.sha256(UpperMonitoring.text(center)));
        PushedCenter known = pushes.center(upper.id(), center.id()).orElse(null);
        if (known != null && known.knows(hash)) {
            return known.upperCenterId();
        }
        int id = known == null || known.upperCenterId() == null
                ? settled(upper, session, center, known)
                : changed(session, center, known.upperCenterId());
        records.keepCenter(upper.id(), center.id(), id, hash);
        return id;
    }

    private int changed(PlatformSession session, ReportedCenterView center, int there) throws PlatformRefusal {
        monitoring.change(session, there, center);
        return there;
    }

    /** Created there, unless it was before and the answer was lost: its facts may be others by now. */
    private int settled(PlatformAddress upper, PlatformSession session, ReportedCenterView center, PushedCenter known)
            throws PlatformRefusal {
        OptionalInt before = known == null ? OptionalInt.empty() : monitoring.find(session, known.triedName());
        if (before.isPresent()) {
            return changed(session, center, only(upper, center, before.getAsInt()));
        }
        records.tryCenter(upper.id(), center.id(), center.name());
        return only(upper, center, monitoring.create(session, center));
    }

    /** Two organisations may report the same hall: there it would be one center, and one's months would take the place of the other's. */
    private int only(PlatformAddress upper, ReportedCenterView center, int id) throws PlatformRefusal {
        Optional<PushedCenter> other = pushes.called(upper.id(), id).filter(there -> there.centerId() != center.id());
        if (other.isPresent()) {
            throw PlatformRefusal.here("center " + other.get().centerId() + " is told as the same one, " + id
                    + " there: are they one here, too? Merge them");
        }
        return id;
    }
}
