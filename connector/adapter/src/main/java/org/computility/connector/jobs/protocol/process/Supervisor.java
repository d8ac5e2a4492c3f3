package org.computility.connector.jobs.protocol.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The process that watches a job, as it wrote itself down.
 *
 * @param startTicks when it started, in the kernel's units: the same process id is given to other processes later
 * @param boot the kernel's word for its own start
 */
record Supervisor(long pid, String startTicks, String boot) {

    /** Stands in place of a supervisor where none may come any more. */
    static final String NOBODY = "0 0 nobody";

    private static final int TICKS_AFTER_NAME = 19;

    /** @throws IllegalArgumentException where no supervisor wrote this */
    static Supervisor parse(String started) {
        String[] words = started.strip().split(" ");
        if (words.length != 3) {
            throw new IllegalArgumentException("Not three words: " + started);
        }
        return new Supervisor(Long.parseLong(words[0]), words[1], words[2]);
    }

    /** Empty where no supervisor wrote this. */
    static Optional<Supervisor> find(String started) {
        try {
            return Optional.of(parse(started));
        } catch (IllegalArgumentException e) {
            // It looks for the wish to cancel itself.
            return Optional.empty();
        }
    }

    boolean isAlive() {
        try {
            String running = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return running.strip().equals(boot) && isThis(stat);
        } catch (IOException e) {
            // No such process, or it ended while it was read.
            return false;
        }
    }

    // The name, in parentheses, may hold anything; a zombie (Z) waits only to be buried.
    private boolean isThis(String stat) {
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return !afterName[0].equals("Z") && afterName[TICKS_AFTER_NAME].equals(startTicks);
    }

    /**
     * Whether a process of this machine works in the folder, as a supervisor does from its start to its end.
     *
     * @param folder its real path
     */
    static boolean isIn(Path folder) {
        return ProcessHandle.allProcesses().anyMatch(process -> {
            try {
                return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                        .equals(folder);
            } catch (IOException e) {
                // It ended meanwhile, or is another user's.
                return false;
            }
        });
    }

    /** Asks it to end the job. */
    void terminate() {
        if (isAlive()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        }
    }
}
