package org.computility.reporting.live;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.computility.reporting.centers.ReportedCenterDirectory;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.sources.CenterSources;
import org.computility.reporting.sources.Source;

/** What all centers with sources do now; for the platform itself, whoever asks. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CentersNow {

    @EJB
    CenterSources sources;

    @EJB
    ReportedCenterDirectory centers;

    @EJB
    OperationalQueries queries;

    /** By their ids; only those in some provinces, where some are named. */
    public List<OperationalData> in(Collection<String> provinces) {
        Map<ReportedCenterView, List<Source>> asked = new LinkedHashMap<>();
        sources.all().forEach((id, its) -> {
            ReportedCenterView center = centers.get(id);
            if (provinces.isEmpty() || provinces.contains(center.province())) {
                asked.put(center, its);
            }
        });
        return queries.now(asked);
    }
}
