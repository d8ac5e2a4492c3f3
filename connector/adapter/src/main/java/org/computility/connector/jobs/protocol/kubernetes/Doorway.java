package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.computility.connector.jobs.ServiceEndpoint;
import org.computility.connector.jobs.protocol.kubernetes.access.KubernetesAddress.Door;

/** Where a cluster opens a Service. */
record Doorway(Door door, Service service) {

    /** Never a name, which could lead elsewhere by the next call. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");

    /** Empty until it is open. */
    Optional<ServiceEndpoint> endpoint(List<SeenPod> pods) {
        ServicePort port = service.getSpec().getPorts().get(0);
        return door == Door.NODE
                ? atNode(port.getNodePort(), pods)
                : at(service.getSpec().getClusterIP(), port.getPort());
    }

    /** Every node opens the port; the pod's own spares a way. */
    private static Optional<ServiceEndpoint> atNode(Integer port, List<SeenPod> pods) {
        return pods.stream()
                .map(pod -> pod.status().getHostIP())
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(node -> at(node, port));
    }

    private static Optional<ServiceEndpoint> at(String address, Integer port) {
        if (address == null
                || port == null
                || port == 0
                || !ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        return Optional.of(new ServiceEndpoint(address.contains(":") ? "[" + address + "]" : address, port));
    }
}
