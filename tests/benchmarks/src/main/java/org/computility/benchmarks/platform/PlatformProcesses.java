package org.computility.benchmarks.platform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The processes of a platform that the launcher started: its own, the server's, and PostgreSQL's. */
final class PlatformProcesses {

    private final ProcessHandle launcher;

    PlatformProcesses(long launcher) {
        this.launcher = ProcessHandle.of(launcher).orElseThrow();
    }

    /** As if the machine had lost its clock: none does anything until it goes on. */
    void stop() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        try (Stream<ProcessHandle> all = Stream.concat(Stream.of(launcher), launcher.descendants())) {
            all.forEach(process -> command.add(Long.toString(process.pid())));
        }
        // A backend of PostgreSQL that has ended meanwhile is no failure; the launcher that is gone is.
        new ProcessBuilder(command).inheritIO().start().waitFor();
        if (!launcher.isAlive()) {
            throw new IllegalStateException("the launcher has ended");
        }
    }
}
