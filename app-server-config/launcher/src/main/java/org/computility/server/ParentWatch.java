package org.computility.server;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;

/**
 * Ends its process, and the database that served it, as soon as the process that started it is gone. It runs before a
 * program on the command line ({@link #main}), or as a Java agent beside a program that is started by its jar.
 *
 * <p>With {@code exit} for an argument the process ends in good order, as after a signal, and stops what it has started.
 *
 * <p>The parent holds the other end of standard input and never writes. The kernel closes it however the parent dies,
 * {@code kill -9} included, so no orphaned server keeps the port.
 */
public final class ParentWatch {

    private static final int ORPHANED = 143;

    private ParentWatch() {}

    /**
     * Starts watching, then a program. An agent would do the same, but the JVM shows an agent every class that it
     * loads: a server loads 20,000 classes.
     *
     * @param arguments the watch's argument, as that of an agent; the program's class; the program's arguments
     */
    public static void main(String... arguments) throws ReflectiveOperationException {
        premain(arguments[0], null);
        Object programs = Arrays.copyOfRange(arguments, 2, arguments.length);
        Class.forName(arguments[1]).getMethod("main", String[].class).invoke(null, programs);
    }

    /** Starts watching; the argument is {@code exit}, the database process to end as well, or null or empty for none. */
    public static void premain(String argument, Instrumentation unused) {
        Thread watch = new Thread(() -> endAfterParent(System.in, argument), "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void endAfterParent(InputStream parent, String argument) {
        try {
            while (parent.read() >= 0) {
                // Nothing is ever sent; only the end matters.
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        if ("exit".equals(argument)) {
            System.exit(ORPHANED);
        }
        endDatabase(argument);
        // Not exit(): a graceful stop of many seconds would keep the port from the next launcher.
        Runtime.getRuntime().halt(ORPHANED);
    }

    private static void endDatabase(String process) {
        if (process != null && !process.isEmpty()) {
            // PostgreSQL's "smart" stop: it goes when this process, its last client, has gone.
            ProcessHandle.of(Long.parseLong(process)).ifPresent(ProcessHandle::destroy);
        }
    }
}
