package org.computility.connector.jobs.protocol.slurm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.protocol.files.Guard;

/** How a job whose folder is made gets into Slurm, once whatever fails meanwhile, and how it is ended there. */
final class HandOver {

    private final SlurmApi slurm;
    private final String user;
    private final Duration lag;
    private final Guard files;

    HandOver(SlurmApi slurm, SlurmAddress address, Guard files) {
        this.slurm = slurm;
        this.user = address.user();
        this.lag = address.lag();
        this.files = files;
    }

    /** Submits it, unless Slurm has it from an earlier try. */
    void over(JobSpec job, SlurmFolder folder, Path path) throws RuntimeFailure {
        try {
            if (files.take(folder::isFirstAttempt) || !adopts(folder)) {
                long id = submit(job, folder, path);
                files.take(() -> {
                    folder.submitted(id);
                    return null;
                });
            }
        } catch (RuntimeFailure e) {
            // Whoever is refused goes elsewhere: the job must not begin here, too, and counts if it has.
            if (e.reason() != RuntimeFailure.Reason.REFUSED || !files.take(folder::beganElseRefused)) {
                throw e;
            }
        }
    }

    /** Whoever does not learn what became of a submission looks for the job's name. */
    private long submit(JobSpec job, SlurmFolder folder, Path path) throws RuntimeFailure {
        try {
            return slurm.submit(job, path);
        } catch (RuntimeFailure e) {
            boolean unclear =
                    e.reason() != RuntimeFailure.Reason.REFUSED && e.reason() != RuntimeFailure.Reason.NOT_ACCEPTED;
            Optional<SlurmJob> there = unclear ? named(folder) : Optional.empty();
            return there.orElseThrow(() -> e).id();
        }
    }

    private boolean adopts(SlurmFolder folder) throws RuntimeFailure {
        Optional<SlurmJob> there = named(folder);
        if (there.isPresent()) {
            files.take(() -> {
                folder.submitted(there.get().id());
                return null;
            });
        }
        return there.isPresent();
    }

    /** The job of that name in the queue. */
    Optional<SlurmJob> named(SlurmFolder folder) throws RuntimeFailure {
        return Queue.of(slurm.jobs(), user).named(folder.jobId());
    }

    /**
     * The script finds the wish to cancel and gives what runs its grace: Slurm would let all processes hear TERM, and the sandbox would end
     * with its own. Slurm ends what waits, and what has not ended in time.
     */
    void back(SlurmFolder folder, SlurmJob job) throws RuntimeFailure {
        JobState state = files.take(job::state);
        boolean graced = state == JobState.RUNNING && files.take(() -> folder.isInGrace(lag));
        if (!state.isFinal() && !graced) {
            slurm.cancel(job.id());
        }
    }
}
