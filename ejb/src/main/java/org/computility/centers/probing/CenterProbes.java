package org.computility.centers.probing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.computility.centers.CenterRuntimes;
import org.computility.centers.registration.CenterAddress;
import org.computility.centers.registration.CenterRegistered;
import org.computility.centers.registration.RegisteredCenters;
import org.computility.centers.registration.Sight;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;

/** Asks centers, each in a thread of its own, and keeps what they say. */
@ApplicationScoped
public class CenterProbes {

    @Resource
    private ManagedExecutorService executor;

    @EJB
    private RegisteredCenters registered;

    @EJB
    private CenterRuntimes runtimes;

    @EJB
    private Sightings sightings;

    @Inject
    private Clock clock;

    private CentersConfig config;
    private Probes probes;

    @PostConstruct
    void prepare() {
        config = CentersConfig.current();
        probes = new Probes(executor, config.patience(), this::ask);
    }

    /** Begins to ask; returns at once. */
    public void begin(String centerId) {
        probes.begin(centerId);
    }

    /** Asks, and returns when the answer is kept, or is late. */
    public void probe(String centerId) {
        if (probes.begin(centerId).awaitLate()) {
            keepLate(centerId);
        }
    }

    /** Keeps of the centers that have not answered in time that they have not. */
    public void keepLate() {
        probes.late().forEach(this::keepLate);
    }

    void onRegistered(@Observes(during = TransactionPhase.AFTER_SUCCESS) CenterRegistered event) {
        probes.begin(event.centerId());
    }

    private void ask(String centerId) {
        registered.address(centerId).map(this::ask).ifPresent(sightings::keep);
    }

    private Sight ask(CenterAddress address) {
        // What the center does meanwhile its answer need not hold.
        Instant asked = clock.instant();
        try (JobConnection connection = runtimes.open(address)) {
            return Sight.answered(address, connection.capacity(), asked);
        } catch (RuntimeFailure e) {
            return Sight.failed(address, words(e), clock.instant());
        }
    }

    private void keepLate(String centerId) {
        registered
                .address(centerId)
                .map(address -> Sight.failed(
                        address,
                        "The center did not answer within " + config.patience().toSeconds() + " s.",
                        clock.instant()))
                .ifPresent(sightings::keep);
    }

    private static String words(RuntimeFailure failure) {
        return switch (failure.reason()) {
            case NOT_ACCEPTED -> "The center does not accept the credentials: " + failure.getMessage();
            case GARBLED -> "The center's answer makes no sense: " + failure.getMessage();
            default -> failure.getMessage();
        };
    }
}
