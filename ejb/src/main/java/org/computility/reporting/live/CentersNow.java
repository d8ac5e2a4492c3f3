package org.computility.reporting.live;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Collection;
import java.util.List;
import org.computility.reporting.centers.ReportedCenterDirectory;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.sources.CenterSources;

/** What all centers with sources do now; for the platform itself, whoever asks. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CentersNow {

    /** More than one platform runs itself. */
    private static final int MOST = 10_000;

    @EJB
    CenterSources sources;

    @EJB
    ReportedCenterDirectory centers;

    @EJB
    OperationalQueries queries;

    /** By their ids; only those in some provinces, where some are named. */
    public List<OperationalData> in(Collection<String> provinces) {
        List<ReportedCenterView> all = sources.centersBehind(0, MOST).stream()
                .map(centers::get)
                .filter(center -> provinces.isEmpty() || provinces.contains(center.province()))
                .toList();
        // All at once: one that does not answer is waited for once.
        queries.renew(all.stream().map(ReportedCenterView::id).toList());
        return all.stream().map(queries::known).toList();
    }
}
