package org.computility.connector.jobs.protocol.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computility.connector.jobs.JobSpec;
import org.computility.connector.jobs.ServiceEndpoint;

/**
 * How a service is reached that has no network: inside the sandbox, socat takes connections at a socket in a folder and hands
 * them to the service's port; outside, another socat, which sees nothing but that folder, takes them at a port of the
 * machine's loopback address. The supervisor writes that port into the file {@code port}.
 */
public record ServiceDoor(JobFolder folder) {

    private static final String SOCKET = "/service/socket";
    private static final int AT_ONCE = 200;

    /** The folder of the socket in the sandbox, as bwrap takes it; nothing where the job serves nobody. */
    static List<String> options(JobSpec job, JobFolder folder) {
        return job.servicePort() == 0
                ? List.of()
                : List.of("--bind", folder.service().toString(), "/service");
    }

    /** The job's command, behind its half of the door where it serves. */
    static List<String> command(JobSpec job) {
        if (job.servicePort() == 0) {
            return job.command();
        }
        // Which connections the service refuses is no news for the job's log; that the image lacks socat is.
        String open = "socat -lf/dev/null UNIX-LISTEN:" + SOCKET + ",fork,max-children=" + AT_ONCE + " TCP:127.0.0.1:"
                + job.servicePort() + " & exec \"$@\"";
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", open, "sh"));
        words.addAll(job.command());
        return words;
    }

    /** Empty until the supervisor has opened it. */
    public Optional<ServiceEndpoint> endpoint() throws IOException {
        return folder.read("port")
                .filter(text -> text.endsWith("\n"))
                .map(text -> new ServiceEndpoint("127.0.0.1", Integer.parseInt(text.strip())));
    }
}
