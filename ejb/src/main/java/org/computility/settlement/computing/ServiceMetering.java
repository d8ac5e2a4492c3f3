package org.computility.settlement.computing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.jobs.ServiceCalled;
import org.computility.settlement.ledger.NamedId;
import org.computility.settlement.rating.BillPeriods;

/** Hears of calls of services, in the transaction that writes the same down: both are kept, or neither. */
@ApplicationScoped
public class ServiceMetering {

    @Inject
    ServiceMeters meters;

    @EJB
    CenterDirectory centers;

    BillPeriods periods;

    @PostConstruct
    void configure() {
        periods = BillPeriods.current();
    }

    void on(@Observes ServiceCalled called) {
        Instant minute = called.at().truncatedTo(ChronoUnit.MINUTES);
        meters.add(
                NamedId.of("service-meter", called.jobId(), called.centerId(), minute),
                called.jobId(),
                called.centerId(),
                called.specId(),
                called.userId(),
                called.organisationId(),
                centers.center(called.centerId()).map(CenterFacts::operatorId).orElse(null),
                minute,
                periods.month(minute),
                called.calls());
    }
}
