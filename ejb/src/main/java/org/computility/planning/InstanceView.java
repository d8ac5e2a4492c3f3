package org.computility.planning;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.computility.planning.state.InstanceState;

/**
 * An instance as callers see it, in the two forms that the standard has.
 *
 * @param info the AlgoTaskInfo as it was given, with its ID
 */
record InstanceView(
        UUID id,
        JsonObject info,
        long number,
        long planId,
        boolean autoRestart,
        InstanceState state,
        String message,
        UUID serviceId,
        String computeCode) {

    /** The form of C.10: the AlgoTaskInfo, with what is known about its instance beside. */
    JsonObject listed() {
        JsonObjectBuilder listed = JSON.createObjectBuilder(info);
        about(listed);
        return listed.build();
    }

    /** The form of C.11's example: the AlgoTaskInfo inside, what is known about its instance around it. */
    JsonObject wrapped() {
        JsonObjectBuilder wrapped = JSON.createObjectBuilder().add("ID", id.toString());
        about(wrapped);
        return wrapped.add("TaskInfo", info).build();
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
