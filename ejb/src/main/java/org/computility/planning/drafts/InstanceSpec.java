package org.computility.planning.drafts;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.documents.TaskDocument;

/**
 * What an instance shall do: what the platform itself reads of it, and the whole as its caller described it. A caller
 * without a document makes one by {@link #of} or {@link #on}.
 *
 * @param id in a plan's list: the instance that this changes; null for a new one
 * @param algoDefCode the capability to run; null: the only one that the pinned service offers, or that lists the events
 * @param eventIds that its rules ask for
 * @param deviceId the camera, or the like, or null
 * @param priority 0 to 9, 9 starts first
 * @param pinnedService the only service that may run it, or null
 * @param inputs where its input is; the plan's type says which of them counts
 * @param receivers of its results, beside the platform
 * @param document the whole, for answers and for nodes
 */
public record InstanceSpec(
        InstanceIds id,
        String algoDefCode,
        Set<String> eventIds,
        String deviceId,
        int priority,
        UUID pinnedService,
        List<TaskInput> inputs,
        List<Address> receivers,
        TaskDocument document) {

    public InstanceSpec {
        if (algoDefCode == null && pinnedService == null && eventIds.isEmpty()) {
            throw new IllegalArgumentException(
                    "An instance names its capability, a service that offers it, or events that it is for.");
        }
        eventIds = Set.copyOf(eventIds);
        inputs = List.copyOf(inputs);
        receivers = List.copyOf(receivers);
    }

    /** One that names its capability, or its service. */
    public InstanceSpec(
            InstanceIds id,
            String algoDefCode,
            String deviceId,
            int priority,
            UUID pinnedService,
            List<TaskInput> inputs,
            List<Address> receivers,
            TaskDocument document) {
        this(id, algoDefCode, Set.of(), deviceId, priority, pinnedService, inputs, receivers, document);
    }

    /** An instance that runs this capability. */
    public static InstanceBuilder of(String algoDefCode) {
        return new InstanceBuilder(algoDefCode, null);
    }

    /** An instance that runs on this service, and what that offers. */
    public static InstanceBuilder on(UUID service) {
        return new InstanceBuilder(null, service);
    }

    /** The same with this capability, in the document, too. */
    public InstanceSpec withCapability(String code) {
        return new InstanceSpec(
                id,
                code,
                eventIds,
                deviceId,
                priority,
                pinnedService,
                inputs,
                receivers,
                document.withCapability(code));
    }
}
