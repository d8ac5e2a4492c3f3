package org.computility.connector.jobs.protocol.process;

import java.nio.file.Path;
import org.computility.connector.RuntimeFailure;

/** A process that submits a job and then waits to be killed. */
final class SubmittingServer {

    private SubmittingServer() {}

    public static void main(String[] arguments) throws RuntimeFailure, InterruptedException {
        String script = "echo ready; until [ -e go ]; do sleep 0.05; done; echo done";
        new ProcessRuntime(Path.of(arguments[0])).submit(Bench.script(arguments[1], script));
        Thread.currentThread().join();
    }
}
