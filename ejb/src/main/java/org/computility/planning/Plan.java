package org.computility.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.shared.Conflict;

/** A row of {@code task_plan}. */
record Plan(
        long id,
        UUID organisationId,
        String name,
        PlanType type,
        PlanMode mode,
        String description,
        List<String> planDayTime,
        boolean autoRestart,
        boolean autoStart,
        boolean on,
        Instant createdAt,
        Instant modifiedAt,
        int concurrency,
        int duration,
        Integer roundLimit,
        boolean singleTaskInfo,
        int roundCount,
        long afterNumber,
        Long batchRun) {

    /** Refuses a change that would pull the ground from under running instances. */
    void checkOff(String what) {
        if (on) {
            throw new Conflict("plan-on", "TaskID", "Plan " + id + " is ON: stop it before " + what + ".");
        }
    }

    boolean isInspective() {
        return mode == PlanMode.INSPECTIVE;
    }

    /** All rounds of the last start are done. */
    boolean isOver() {
        return !on && roundLimit != null && roundCount >= roundLimit;
    }

    String status() {
        return on ? "ON" : "OFF";
    }
}
