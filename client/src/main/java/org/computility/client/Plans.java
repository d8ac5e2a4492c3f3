package org.computility.client;

import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** Task plans (T/BAX 0006.5 C.1 to C.7), and their windows. */
public final class Plans {

    private static final String PATH = "/ACSMP/Tasks";

    private final Transport transport;

    Plans(Transport transport) {
        this.transport = transport;
    }

    /** Table C.1; exactly one of {@code taskInfos} (PERIODIC) and {@code inspection} (INSPECTIVE) is not null. */
    public record NewPlan(
            @JsonbProperty("Name") String name,
            @JsonbProperty("Type") String type,
            @JsonbProperty("Mode") String mode,
            @JsonbProperty("Description") String description,
            @JsonbProperty("AlgoTaskInfos") List<TaskInfo> taskInfos,
            @JsonbProperty("InspectionPlan") NewInspection inspection,
            @JsonbProperty("PlanDayTime") List<String> planDayTime,
            @JsonbProperty("AutoRestart") Boolean autoRestart,
            @JsonbProperty("AutoStart") Boolean autoStart) {

        /** Live video, one group of streams after the other. */
        public static NewPlan inspection(String name, NewInspection inspection) {
            return new NewPlan(name, "VIDEO_REALTIME", "INSPECTIVE", null, null, inspection, null, null, false);
        }

        /** Live video, all streams until stopped. */
        public static NewPlan periodic(String name, List<TaskInfo> taskInfos) {
            return new NewPlan(name, "VIDEO_REALTIME", "PERIODIC", null, taskInfos, null, null, true, false);
        }

        /** The same in these windows of a week only, each like {@code 1,7:00,9:00}. */
        public NewPlan in(List<String> windows) {
            return new NewPlan(name, type, mode, description, taskInfos, inspection, windows, autoRestart, autoStart);
        }
    }

    /** Table C.2 as asked for; {@code duration} in seconds, at least 10; without {@code roundLimit} until stopped. */
    public record NewInspection(
            @JsonbProperty("Concurrency") int concurrency,
            @JsonbProperty("Duration") int duration,
            @JsonbProperty("RoundLimit") Integer roundLimit,
            @JsonbProperty("TaskInfo") List<TaskInfo> taskInfos) {}

    /** Table C.2 as answered; {@code progress} of the present round is 0 to 100. */
    public record Inspection(
            @JsonbProperty("Concurrency") int concurrency,
            @JsonbProperty("Duration") int duration,
            @JsonbProperty("RoundLimit") Integer roundLimit,
            @JsonbProperty("RoundCount") int roundCount,
            @JsonbProperty("Progress") double progress) {}

    /** Table C.6; {@code status} is ON or OFF. */
    public record Plan(
            @JsonbProperty("TaskID") long id,
            @JsonbProperty("Name") String name,
            @JsonbProperty("Type") String type,
            @JsonbProperty("Mode") String mode,
            @JsonbProperty("Status") String status,
            @JsonbProperty("InspectionPlan") Inspection inspection,
            @JsonbProperty("TotalCount") int totalCount,
            @JsonbProperty("StartingCount") int startingCount,
            @JsonbProperty("StartErrCount") int startErrorCount,
            @JsonbProperty("RunningCount") int runningCount,
            @JsonbProperty("StoppedCount") int stoppedCount,
            @JsonbProperty("FinishedCount") int finishedCount) {

        /** Whether the plan is started. */
        public boolean isOn() {
            return "ON".equals(status);
        }
    }

    /** Table C.4; null members stay as they are, and an empty {@code planDayTime} has the plan open at all times. */
    public record Change(
            @JsonbProperty("Name") String name,
            @JsonbProperty("Description") String description,
            @JsonbProperty("PlanDayTime") List<String> planDayTime,
            @JsonbProperty("AutoRestart") Boolean autoRestart) {

        /** Other windows, and nothing else. */
        public static Change windows(List<String> planDayTime) {
            return new Change(null, null, planDayTime, null);
        }
    }

    /**
     * When a plan may run.
     *
     * @param opensAt after it was closed; null: it is never closed
     * @param closesAt null: never
     * @param coming windows that begin later
     * @param heldInstances wanted, but closed by these windows
     * @param pausedInstances wanted by nobody
     */
    public record Windows(
            long planId,
            String zone,
            boolean open,
            Instant opensAt,
            Instant closesAt,
            List<Opening> coming,
            long heldInstances,
            long pausedInstances) {}

    /** A time in which a plan is open. */
    public record Opening(Instant opensAt, Instant closesAt) {}

    /**
     * Follow-ups of a plan's results, a page of them, the newest first.
     *
     * @param followersPlanId the plan in which the followers run; null: none has run yet
     * @param missed never made, because too many were open
     */
    public record Followers(
            Long followersPlanId,
            long open,
            long done,
            long failed,
            long stopped,
            long missed,
            List<FollowUp> items,
            int page,
            int pageSize,
            long total) {}

    /** One look of a follower at the crop of a result; {@code state} is OPEN, DONE, FAILED or STOPPED. */
    public record FollowUp(
            UUID parentResult,
            String follower,
            int depth,
            String state,
            String message,
            UUID instanceId,
            Instant createdAt,
            Instant endedAt) {}

    /**
     * A run of an instance.
     *
     * @param round of an inspection; null: none
     * @param endedAt null while it runs
     * @param outcome null while it runs
     */
    public record Run(
            long id,
            UUID instanceId,
            Integer round,
            UUID serviceId,
            String computeCode,
            Instant startedAt,
            Instant endedAt,
            String outcome,
            String message) {}

    /** C.1: creates a plan; the answer is its number. */
    public long create(NewPlan plan) {
        Long id = transport.call(Family.ACSMP, "POST", PATH, plan, Long.class);
        return id;
    }

    /** C.2: changes the given members. */
    public void change(long id, Change change) {
        transport.tell(Family.ACSMP, "PUT", PATH + "/" + id, change);
    }

    /** When the plan opens and closes. */
    public Windows windows(long id) {
        return transport.call(Family.PLATFORM, "GET", "/platform/v1/plans/" + id + "/windows", null, Windows.class);
    }

    /** Who looked at what the plan found; pages from 1. */
    public Followers followers(long id, int page, int pageSize) {
        return transport.call(
                Family.PLATFORM,
                "GET",
                "/platform/v1/plans/" + id + "/followers",
                Map.of("page", page, "pageSize", pageSize),
                null,
                Followers.class);
    }

    /** The runs of the plan's instances, the oldest first; pages from 1. */
    public Page<Run> runs(long id, int page, int pageSize) {
        return transport.call(
                Family.PLATFORM,
                "GET",
                "/platform/v1/plans/" + id + "/runs",
                Map.of("page", page, "pageSize", pageSize),
                null,
                Types.pageOf(Run.class));
    }

    /** C.4: one plan. */
    public Plan get(long id) {
        return transport.call(Family.ACSMP, "GET", PATH + "/" + id, null, Plan.class);
    }

    /** C.6: starts a plan. */
    public void start(long id) {
        transport.tell(Family.ACSMP, "POST", PATH + "/" + id + "/Start", null);
    }

    /** C.7: stops a plan. */
    public void stop(long id) {
        transport.tell(Family.ACSMP, "POST", PATH + "/" + id + "/Stop", null);
    }

    /** C.5: deletes a plan. */
    public void delete(long id) {
        transport.tell(Family.ACSMP, "DELETE", PATH + "/" + id, null);
    }
}
