package org.computility.planning;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.computility.planning.dispatch.InstanceState;
import org.computility.planning.dispatch.TaskInfoForm;
import org.computility.planning.drafts.PlanMode;
import org.computility.shared.Conflict;

/** A row of {@code task_instance}. */
record Instance(
        long number,
        UUID id,
        long planId,
        String taskInfo,
        InstanceState state,
        String message,
        UUID serviceId,
        String computeCode,
        boolean autoRestart,
        boolean planOn,
        PlanMode mode) {

    /** The AlgoTaskInfo as it was given, with its ID. */
    JsonObject info() {
        return JSON.createObjectBuilder(bare()).add("ID", id.toString()).build();
    }

    /** The AlgoTaskInfo as it was given. */
    JsonObject bare() {
        return TaskInfoForm.read(taskInfo);
    }

    /** The form of C.10: the AlgoTaskInfo, with what is known about its instance beside. */
    JsonObject listed() {
        JsonObjectBuilder listed = JSON.createObjectBuilder(info());
        about(listed);
        return listed.build();
    }

    /** The form of C.11's example: the AlgoTaskInfo inside, what is known about its instance around it. */
    JsonObject wrapped() {
        JsonObjectBuilder wrapped = JSON.createObjectBuilder().add("ID", id.toString());
        about(wrapped);
        return wrapped.add("TaskInfo", info()).build();
    }

    /** Refuses to be changed or deleted while it may run. */
    void checkIdle() {
        if (state.isActive() || (state == InstanceState.PENDING && planOn)) {
            throw new Conflict("instance-active", "ID", "Instance " + id + " is " + state.shown() + ": stop it first.");
        }
    }

    private void about(JsonObjectBuilder view) {
        view.add("RestartPolicy", autoRestart ? "ALWAYS" : "NEVER")
                .add("Status", state.shown())
                .add("Number", number)
                .add("TaskID", planId);
        if (message != null) {
            view.add("Message", message);
        }
        if (state.isActive()) {
            view.add("ComputilityCode", computeCode);
            if (serviceId != null) {
                view.add("RunningServiceID", serviceId.toString());
            }
        }
    }
}
