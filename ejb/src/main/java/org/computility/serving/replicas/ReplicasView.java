package org.computility.serving.replicas;

import org.computility.serving.AllowedService;

/**
 * The size of a service.
 *
 * @param streams that it takes at once: streams per replica × replicas
 */
public record ReplicasView(String serviceId, String computeCode, String packageId, int replicas, int streams) {

    static ReplicasView of(AllowedService service) {
        return new ReplicasView(
                service.id().toString(),
                service.computeCode(),
                service.packageId(),
                service.replicas(),
                service.slots());
    }
}
