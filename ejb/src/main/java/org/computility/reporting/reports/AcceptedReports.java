package org.computility.reporting.reports;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.computility.reporting.centers.ReportedCenterDirectory;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.merges.MergedCenters;

/** What is accepted, in the order in which it was; for the platform itself, whoever asks. */
@Stateless
public class AcceptedReports {

    @Inject
    ReportStates states;

    @EJB
    ReportedCenterDirectory centers;

    @EJB
    MergedCenters merges;

    /** States behind that point that are accepted and that no other followed, and that count, so many at most. */
    public List<ReportStateView> behind(long knownOn, int most) {
        return states.acceptedBehind(knownOn, most).stream()
                .map(ReportState::view)
                .toList();
    }

    /** The state of that point, where it is accepted and no other followed it. */
    public Optional<ReportStateView> on(long knownOn) {
        return states.acceptedOn(knownOn).map(ReportState::view);
    }

    /** The center that a report counts for, by the one that it was reported for. */
    public ReportedCenterView center(int id) {
        return centers.get(merges.kept(id, MergedCenters.NOW));
    }
}
