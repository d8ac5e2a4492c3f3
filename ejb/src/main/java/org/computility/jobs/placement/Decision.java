package org.computility.jobs.placement;

import java.util.List;

/** What a round decided for one job. */
public sealed interface Decision {

    /** The waiting job that it was decided for. */
    String jobId();

    /**
     * All its tasks start, each at its place.
     *
     * @param tasks by the tasks' numbers from 0
     * @param borrowed its organisation is above its quota with it
     * @param scores of the centers that could take it, the best first; where the job named its centers, in the order of their names
     */
    record Placed(String jobId, List<Place> tasks, boolean borrowed, List<CenterScore> scores) implements Decision {

        public Placed {
            tasks = List.copyOf(tasks);
            scores = List.copyOf(scores);
        }
    }

    /**
     * These running tasks are to be ended and their jobs to wait again: their organisations have borrowed what this job's organisation
     * is assured of. A job's tasks are named together.
     */
    record Reclaim(String jobId, List<String> tasks) implements Decision {

        public Reclaim {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * A task's place.
     *
     * @param node the one that was reckoned with; a runtime that chooses nodes itself may choose another
     */
    record Place(String centerId, String node) {}
}
