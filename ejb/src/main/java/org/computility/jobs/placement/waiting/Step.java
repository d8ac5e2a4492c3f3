package org.computility.jobs.placement.waiting;

import java.time.Duration;
import java.util.List;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.CenterRoom;
import org.computility.jobs.placement.Favour.KeptRoom;
import org.computility.jobs.placement.Snapshot;

/** One part of a change. */
public sealed interface Step {

    /** From what a user can do without getting less, to what somebody else must repair: the order in which changes are smaller. */
    enum Kind {
        ANY_CENTER,
        CENTER_TOO,
        BACK_TO,
        SHORTER,
        FREE,
        FEWER_NODES,
        FIRST,
        MORE_QUOTA,
        IMAGE_TOO,
        CONNECT
    }

    Kind kind();

    /** The snapshot after it. */
    Snapshot on(Snapshot snapshot, String jobId);

    /** The job names no center any more. */
    record AnyCenter() implements Step {
        @Override
        public Kind kind() {
            return Kind.ANY_CENTER;
        }

        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withPlaces(job.places().naming(List.of())));
        }
    }

    /** The job names this center too. */
    record CenterToo(String centerId) implements Step {
        @Override
        public Kind kind() {
            return Kind.CENTER_TOO;
        }

        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withPlaces(job.places().namingToo(centerId)));
        }
    }

    /** The job no longer keeps away from this center, which refused or lost it. */
    record BackTo(String centerId) implements Step {
        @Override
        public Kind kind() {
            return Kind.BACK_TO;
        }

        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withPlaces(job.places().goingBackTo(centerId)));
        }
    }

    /** The job's wall limit is less by so much. */
    record Shorter(Duration by) implements Step {
        @Override
        public Kind kind() {
            return Kind.SHORTER;
        }

        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(
                    jobId, job -> job.withWallLimit(job.wallLimit().minus(by)));
        }
    }

    /** So much of what is in use on this node is freed, and kept for the job. */
    record Free(String centerId, String node, Amount amount) implements Step {
        @Override
        public Kind kind() {
            return Kind.FREE;
        }

        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            KeptRoom room = new KeptRoom(centerId, node, amount);
            return snapshot.withJob(jobId, job -> job.withFavour(job.favour().keeping(room)));
        }
    }

    /** The job runs on so many nodes fewer. */
    record FewerNodes(int nodes) implements Step {
        @Override
        public Kind kind() {
            return Kind.FEWER_NODES;
        }

        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withNodes(job.resources().nodes() - nodes));
        }
    }

    /** The job comes before all others. */
    record First() implements Step {
        @Override
        public Kind kind() {
            return Kind.FIRST;
        }

        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withFavour(job.favour().goingFirst()));
        }
    }

    /** The job's organisation may use so much more, for this job. */
    record MoreQuota(Amount amount) implements Step {
        @Override
        public Kind kind() {
            return Kind.MORE_QUOTA;
        }

        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withFavour(job.favour().beyondQuotaBy(amount)));
        }
    }

    /** The job's image is offered at this center too. */
    record ImageToo(String centerId) implements Step {
        @Override
        public Kind kind() {
            return Kind.IMAGE_TOO;
        }

        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withJob(jobId, job -> job.withPlaces(job.places().withImageAt(centerId)));
        }
    }

    /** The center is connected again, with what it was last known to have. */
    record Connect(String centerId) implements Step {
        @Override
        public Kind kind() {
            return Kind.CONNECT;
        }

        @Override
        public Snapshot on(Snapshot snapshot, String jobId) {
            return snapshot.withCenter(
                    centerId, center -> new CenterRoom(centerId, true, center.nodes(), center.datasets()));
        }
    }
}
