package org.computility.planning.rest;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.computility.planning.InstanceView;

/** The two forms that the standard has for an instance: an open AlgoTaskInfo, and the state of its instance. */
final class InstancePicture {

    private InstancePicture() {}

    /** The form of C.10: the AlgoTaskInfo, with the state of its instance beside it. */
    static JsonObject listed(InstanceView instance) {
        JsonObjectBuilder listed = JSON.createObjectBuilder(instance.task().json());
        about(instance, listed);
        return listed.build();
    }

    /** The form of C.11's example: the AlgoTaskInfo inside, the state of its instance around it. */
    static JsonObject wrapped(InstanceView instance) {
        JsonObjectBuilder wrapped =
                JSON.createObjectBuilder().add("ID", instance.task().id().toString());
        about(instance, wrapped);
        return wrapped.add("TaskInfo", instance.task().json()).build();
    }

    private static void about(InstanceView instance, JsonObjectBuilder picture) {
        picture.add("RestartPolicy", instance.restarts() ? "ALWAYS" : "NEVER")
                .add("Status", instance.state().shown())
                .add("Number", instance.number())
                .add("TaskID", instance.planId());
        if (instance.message() != null) {
            picture.add("Message", instance.message());
        }
        if (instance.state().isActive()) {
            picture.add("ComputilityCode", instance.computeCode());
            if (instance.serviceId() != null) {
                picture.add("RunningServiceID", instance.serviceId().toString());
            }
        }
    }
}
