package org.computility.operations;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/**
 * Batch runs for people. Administrators see all of them, operators and auditors those of their organisation; a run of
 * somebody else does not exist for them. Auditors change nothing.
 */
@Stateless
public class BatchAdministration {

    @EJB
    private BatchRuns batchRuns;

    @Inject
    private Runs runs;

    @Inject
    private CurrentCaller caller;

    /**
     * One page, newest first.
     *
     * @param page from 1, and no further than the first 10,000 runs: narrow the search instead
     * @param pageSize 1 to 1000
     */
    public RunList list(RunSearch search, int page, int pageSize) {
        Caller reader = reader();
        PageRequest asked = new PageRequest(page, pageSize, List.of());
        if (asked.offset() + asked.size() > RunList.COUNTED) {
            throw new Rejected(
                    "page-number-invalid",
                    new Member("page"),
                    "{member} counts from 1 and ends with run " + RunList.COUNTED + "; narrow the search.");
        }
        return runs.page(search, reader.scope(), page, pageSize);
    }

    /** One run; 404 {@code run-unknown}. */
    public RunView get(long runId) {
        Caller reader = reader();
        return batchRuns
                .find(runId)
                .filter(run -> reader.sees(run.organisationId()))
                .orElseThrow(() -> new NotFound("run-unknown", "There is no batch run " + runId + "."));
    }

    /** Asks a run to stop and answers it as it is then; 404 {@code run-unknown}, 409 {@code run-not-running}. */
    public RunView stop(long runId) {
        changer();
        get(runId);
        batchRuns.stop(runId);
        return get(runId);
    }

    /**
     * Begins an ended run anew; 404 {@code run-unknown}, 409 {@code run-not-restartable}, and for jobs of which one run is active
     * at a time {@code job-running}.
     */
    public RunView restart(long runId) {
        changer();
        get(runId);
        batchRuns.restart(runId);
        return get(runId);
    }

    /** The names of the jobs that a search may name. */
    public List<String> jobNames() {
        reader();
        return runs.jobNames();
    }

    /** True when the caller may stop and restart, not only look. */
    public boolean mayChange() {
        return caller.isOneOf(Role.OPERATORS);
    }

    private Caller reader() {
        return caller.require(Role.WATCHERS);
    }

    private void changer() {
        caller.require(Role.OPERATORS);
    }
}
