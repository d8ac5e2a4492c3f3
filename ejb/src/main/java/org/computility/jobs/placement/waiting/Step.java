package org.computility.jobs.placement.waiting;

import java.util.List;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.CenterRoom;
import org.computility.jobs.placement.Favour.KeptRoom;
import org.computility.jobs.placement.Snapshot;

/** One part of a change. Their kinds in the order of what is asked of people, the least first. */
public sealed interface Step {

    /** The snapshot after it. */
    Snapshot on(Snapshot snapshot, String jobId);

    /** The job names no center any more. */
    record AnyCenter() implements Step {
        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withPlaces(job.places().naming(List.of())));
        }
    }

    /** The job names this center too. */
    record CenterToo(String centerId) implements Step {
        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withPlaces(job.places().namingToo(centerId)));
        }
    }

    /** So much is freed on this node, and kept for the job. */
    record Free(String centerId, String node, Amount amount) implements Step {
        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            KeptRoom room = new KeptRoom(centerId, node, amount);
            return snapshot.withJob(jobId, job -> job.withFavour(job.favour().keeping(room)));
        }
    }

    /** The job runs on so many nodes fewer. */
    record FewerNodes(int nodes) implements Step {
        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withNodes(job.resources().nodes() - nodes));
        }
    }

    /** The job's organisation may have so much more, for this job. */
    record MoreQuota(Amount amount) implements Step {
        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withFavour(job.favour().beyondQuotaBy(amount)));
        }
    }

    /** The job's image is offered at this center too. */
    record ImageToo(String centerId) implements Step {
        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withPlaces(job.places().withImageAt(centerId)));
        }
    }

    /** The center is connected again, with what it was last known to have. */
    record Connect(String centerId) implements Step {
        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withCenter(
                    centerId, center -> new CenterRoom(centerId, true, center.nodes(), center.datasets()));
        }
    }
}
