package org.computility.reporting.centers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reported centers for the platform itself, whoever asks. */
@Stateless
public class ReportedCenterDirectory {

    @Inject
    ReportedCenters centers;

    /** The centers of these ids, by their ids. */
    public Map<Integer, ReportedCenterView> some(Collection<Integer> ids) {
        return centers.some(ids.toArray(Integer[]::new)).stream()
                .map(ReportedCenter::view)
                .collect(Collectors.toMap(ReportedCenterView::id, Function.identity()));
    }

    /** The center of that id; there is one wherever a report names it. */
    public ReportedCenterView get(int id) {
        return centers.find(id)
                .map(ReportedCenter::view)
                .orElseThrow(() -> new IllegalStateException("no reported center " + id));
    }
}
