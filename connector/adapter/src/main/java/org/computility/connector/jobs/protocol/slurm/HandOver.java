package org.computility.connector.jobs.protocol.slurm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.JobState;
import org.computility.connector.jobs.protocol.files.Guard;

/** How a job whose folder is made gets into Slurm, once whatever fails meanwhile, and how it is ended there. */
final class HandOver {

    /** So many are asked for one by one: the whole queue may be long. */
    private static final int FEW = 2;

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

    /** One job is asked for where its number is known: the whole queue may be long. */
    Optional<SlurmJob> seen(SlurmFolder folder) throws RuntimeFailure {
        OptionalLong id = files.take(folder::slurmId);
        return id.isPresent()
                ? slurm.job(id.getAsLong()).filter(job -> job.name().equals(folder.jobId()))
                : named(folder);
    }

    /** The job of that name in the queue. */
    private Optional<SlurmJob> named(SlurmFolder folder) throws RuntimeFailure {
        return queue().named(folder.jobId());
    }

    private Queue queue() throws RuntimeFailure {
        return Queue.of(slurm.jobs(), user);
    }

    /** Ends jobs whose folders do not tell that they have ended. */
    void back(List<SlurmFolder> folders) throws RuntimeFailure {
        if (folders.size() <= FEW) {
            for (SlurmFolder folder : folders) {
                back(new Found(folder, seen(folder)));
            }
            return;
        }
        Queue queue = queue();
        List<Found> waiting = new ArrayList<>();
        List<Found> others = new ArrayList<>();
        for (SlurmFolder folder : folders) {
            Found found = new Found(folder, files.take(() -> queue.find(folder.slurmId(), folder.jobId())));
            (found.waits() ? waiting : others).add(found);
        }
        // What waits goes first: it may begin meanwhile.
        for (Found found : waiting) {
            back(found);
        }
        for (Found found : others) {
            back(found);
        }
    }

    /**
     * The script finds the wish to cancel and gives what runs its grace: Slurm would let all processes hear TERM, and the sandbox would end
     * with its own. Slurm ends what waits, and what has not ended in time. Of several jobs of that name the others find the wish when they
     * begin.
     */
    private void back(Found found) throws RuntimeFailure {
        SlurmFolder folder = found.folder();
        SlurmReports reports = new SlurmReports(folder, lag);
        if (files.take(() -> reports.report(found.job())).state().isFinal()) {
            return;
        }
        files.take(() -> {
            // Written first: a job that begins meanwhile finds it.
            folder.files().writeOnce("cancel", "");
            return null;
        });
        if (found.job().isPresent()) {
            SlurmJob job = found.job().get();
            JobState state = files.take(job::state);
            boolean graced = state == JobState.RUNNING && files.take(() -> folder.isInGrace(lag));
            if (!state.isFinal() && !graced) {
                slurm.cancel(job.id());
            }
        }
    }

    /** A job's folder, and what Slurm tells of the job. */
    private record Found(SlurmFolder folder, Optional<SlurmJob> job) {

        boolean waits() {
            return job.isPresent() && job.get().waits();
        }
    }
}
