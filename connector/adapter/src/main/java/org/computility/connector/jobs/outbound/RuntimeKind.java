package org.computility.connector.jobs.outbound;

import java.net.URI;
import java.nio.file.Path;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.inbound.SharedAdapter;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.jobs.protocol.JobClient;
import org.computility.connector.jobs.protocol.kubernetes.KubernetesRuntime;
import org.computility.connector.jobs.protocol.process.ProcessRuntime;
import org.computility.connector.jobs.protocol.slurm.SlurmRuntime;

/** Which kind of runtime an address means. */
final class RuntimeKind {

    private RuntimeKind() {}

    /** @throws RuntimeFailure REFUSED where there is no such kind */
    static JobClient client(JobRuntimeAddress address) throws RuntimeFailure {
        URI location = address.location();
        return switch (String.valueOf(location.getScheme())) {
            case "process" -> new ProcessRuntime(folder(location));
            case "slurm" -> SlurmRuntime.at(address, SharedAdapter.get().http());
            case "kubernetes" ->
                KubernetesRuntime.at(address, SharedAdapter.get().http());
            default -> throw refused("location must be process:, slurm: or kubernetes:, not " + location);
        };
    }

    private static Path folder(URI location) throws RuntimeFailure {
        String path = location.getPath();
        if (path == null || !path.startsWith("/") || path.indexOf('\0') >= 0 || location.getHost() != null) {
            throw refused("location must be process: and the absolute path of a folder, not " + location);
        }
        return Path.of(path).normalize();
    }

    private static RuntimeFailure refused(String message) {
        return new RuntimeFailure(Reason.REFUSED, message, null);
    }
}
