package org.computility.jobs.online;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobService;
import org.computility.jobs.NewJob;
import org.computility.jobs.register.JobEntry;
import org.computility.jobs.training.CentersLately;
import org.computility.jobs.training.JobRoom;
import org.computility.jobs.training.JobRules;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** Online service jobs as their users have them (T/AI 123.8 A.15). */
@Stateless
public class OnlineJobs {

    private static final int FIRST_PORT = 1024;
    private static final int LAST_PORT = 65_535;
    private static final int USUAL_PORT = 8080;
    private static final int LONGEST_PATH = 1024;

    /** No job may run longer: a service's replica that has run so long is begun again. */
    private static final int LONGEST_SECONDS = 366 * 86_400;

    @EJB
    JobRules rules;

    @EJB
    JobRoom room;

    @EJB
    JobEntry entry;

    @EJB
    CenterDirectory centers;

    @Inject
    CentersLately lately;

    @Inject
    CurrentCaller caller;

    private ServicesConfig config;

    @PostConstruct
    void configure() {
        config = ServicesConfig.current();
    }

    /**
     * Creates a service (A.15), whose replicas wait from now on.
     *
     * @throws Rejected as {@link JobRules#check} says; {@code job-name-taken}; {@code center-unavailable} where a center runs no
     *     services
     */
    public OnlineJobView create(NewOnlineJob wanted) {
        Caller user = caller.require(Role.ADMINISTRATOR, Role.OPERATOR, Role.PROVIDER, Role.CONSUMER);
        NewJob job = rules.check(wanted.job()).serving(service(wanted), LONGEST_SECONDS);
        checkCenters(job.centerIds());
        room.check(job);
        JobFacts entered = entry.enter(job, user);
        return OnlineJobView.of(entered, config.urlOf(entered.id()));
    }

    private static JobService service(NewOnlineJob wanted) {
        int port = Objects.requireNonNullElse(wanted.port(), USUAL_PORT);
        if (port < FIRST_PORT || port > LAST_PORT) {
            throw new Rejected(
                    "member-out-of-range",
                    new Member("config.port"),
                    "{member} is between " + FIRST_PORT + " and " + LAST_PORT + ".");
        }
        String path = Objects.requireNonNullElse(wanted.healthPath(), "/");
        if (path.length() > LONGEST_PATH || !path.matches("/([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*")) {
            throw new Rejected(
                    "member-invalid",
                    new Member("config.healthPath"),
                    "{member} begins with a slash and is the path of a URL, everything else percent-encoded.");
        }
        return new JobService(port, path);
    }

    private void checkCenters(List<String> named) {
        boolean right = named.isEmpty()
                ? !lately.matching(OnlineJobs::runsServices).isEmpty()
                : named.stream()
                        .allMatch(id -> centers.center(id)
                                .filter(OnlineJobs::runsServices)
                                .isPresent());
        if (!right) {
            throw new Rejected(
                    "center-unavailable",
                    new Member("config.centerId"),
                    named.isEmpty()
                            ? "{member}: no center runs services now."
                            : "{member} names a center that runs no services.",
                    JobRules.LATER);
        }
    }

    private static boolean runsServices(CenterFacts center) {
        return center.capacity() != null && center.capacity().services();
    }
}
