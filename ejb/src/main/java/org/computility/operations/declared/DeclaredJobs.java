package org.computility.operations.declared;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.operations.BatchRuns;
import org.computility.operations.RunView;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;

/** Declared jobs for people. */
@Stateless
public class DeclaredJobs {

    @Inject
    JobCatalogue catalogue;

    @EJB
    JobStarts starts;

    @EJB
    BatchRuns runs;

    @Inject
    CurrentCaller caller;

    /** The jobs that the caller may start. */
    public List<StartableJob> startable() {
        return catalogue.all().stream()
                .filter(job -> caller.isKnown() && job.startedBy().stream().anyMatch(caller.get()::is))
                .map(job -> new StartableJob(job.name(), job.parameters()))
                .toList();
    }

    /**
     * Starts a run and answers it as it is then. 400 {@code member-invalid} for a parameter that the job does not declare, or a
     * value that its parameter does not take; 404 {@code job-unknown}; 409 {@code job-running} while a run of the job is active.
     *
     * @param parameters by their names; the job's default stands for a missing parameter
     */
    public RunView start(String jobName, Map<String, String> parameters) {
        caller.get();
        DeclaredJob job = catalogue
                .find(jobName)
                .orElseThrow(() -> new NotFound(
                        "job-unknown", new Member("jobName"), "Nobody starts a job " + jobName + " by hand."));
        caller.require(job.startedBy().toArray(Role[]::new));
        parameters.keySet().stream()
                .filter(name -> job.parameters().stream()
                        .noneMatch(declared -> declared.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    Member member = JobParameter.member(name);
                    throw new Rejected("member-invalid", member, jobName + " has no parameter {member}.");
                });
        return runs.find(starts.start(job, parameters)).orElseThrow();
    }
}
