package org.computility.reporting.centers;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Reported centers for the platform itself, whoever asks. */
@Stateless
public class ReportedCenterDirectory {

    @Inject
    ReportedCenters centers;

    /** The center of that id; there is one wherever a report names it. */
    public ReportedCenterView get(int id) {
        return centers.find(id)
                .map(ReportedCenter::view)
                .orElseThrow(() -> new IllegalStateException("no reported center " + id));
    }
}
