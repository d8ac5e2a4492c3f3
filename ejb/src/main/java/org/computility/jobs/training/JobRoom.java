package org.computility.jobs.training;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.jobs.NewJob;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** Whether a new job could ever begin, were all centers empty. */
@Stateless
public class JobRoom {

    private static final Member NODES = new Member("config.nodeCount");

    @EJB
    CenterDirectory centers;

    @Inject
    CentersLately lately;

    /**
     * Takes a job whose tasks could be held together: those of a training job each by a node of its own, at one center where it names
     * none; replicas of a service by whatever nodes there are.
     *
     * @throws Rejected {@code member-out-of-range}, with how many could be held
     */
    public void check(NewJob job) {
        if (job.service() != null) {
            checkReplicas(job);
        } else if (job.centerIds().isEmpty()) {
            checkBest(job);
        } else {
            checkNamed(job);
        }
    }

    private void checkBest(NewJob job) {
        Optional<CenterFacts> best =
                open(job).stream().max(Comparator.comparingInt(center -> NodesForJob.nodes(center, job.spec())));
        int most = best.map(center -> NodesForJob.nodes(center, job.spec())).orElse(Integer.MAX_VALUE);
        if (job.nodes() > most) {
            throw refused(
                    job,
                    most,
                    "the largest center has " + nodes(most) + " that could hold a task of spec "
                            + job.spec().id() + ", one each");
        }
    }

    private void checkNamed(NewJob job) {
        int named = job.centerIds().size();
        for (int i = 0; i < named; i++) {
            int tasks = job.nodes() / named + (i < job.nodes() % named ? 1 : 0);
            String id = job.centerIds().get(i);
            int most = centers.center(id)
                    .map(center -> NodesForJob.nodes(center, job.spec()))
                    .orElse(0);
            if (tasks > most) {
                throw refused(
                        job,
                        (long) most * named,
                        "center " + id + " has " + nodes(most) + " that could hold a task of spec "
                                + job.spec().id() + ", and would get " + tasks);
            }
        }
    }

    private void checkReplicas(NewJob job) {
        List<CenterFacts> all = job.centerIds().isEmpty()
                ? open(job)
                : job.centerIds().stream()
                        .flatMap(id -> centers.center(id).stream())
                        .toList();
        long most = all.stream()
                .mapToLong(center -> NodesForJob.tasks(center, job.spec()))
                .sum();
        if (!all.isEmpty() && job.nodes() > most) {
            throw refused(
                    job,
                    most,
                    "all centers where it could run hold " + most + " replicas of spec "
                            + job.spec().id() + " together");
        }
    }

    private List<CenterFacts> open(NewJob job) {
        Predicate<CenterFacts> open = center -> NodesForJob.nodes(center, job.spec()) > 0
                && center.startsFrom(job.imageLocation())
                && (job.dataSets().isEmpty() || center.capacity().dataSets())
                && (job.service() == null || center.capacity().services());
        return lately.matching(open);
    }

    private static String nodes(int count) {
        return count == 1 ? "1 node" : count + " nodes";
    }

    // Nodes come back, and centers grow.
    private static Rejected refused(NewJob job, long most, String why) {
        return new Rejected(
                "member-out-of-range",
                NODES,
                "{member} " + job.nodes() + " could never begin: " + why + ". Ask for at most " + most
                        + ", or for another spec or other centers.",
                JobRules.LATER);
    }
}
