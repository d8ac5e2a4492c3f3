package org.computility.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * Starts watching; the argument is {@code exit}, the file that names the process of the database to end as well, or
     * null or empty for none.
     */
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

    private static void endDatabase(String processFile) {
        if (processFile != null && !processFile.isEmpty()) {
            // PostgreSQL's "smart" stop: it goes when this process, its last client, has gone.
            databaseOf(Path.of(processFile)).ifPresent(ProcessHandle::destroy);
        }
    }

    /**
     * The PostgreSQL that wrote that file and still runs. A database that was killed leaves its file, and the system may
     * have given the number in it to another program.
     */
    static Optional<ProcessHandle> databaseOf(Path processFile) {
        try (Stream<String> lines = Files.lines(processFile)) {
            return lines.findFirst()
                    .flatMap(number -> ProcessHandle.of(Long.parseLong(number.strip())))
                    .filter(ParentWatch::isDatabase);
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            return Optional.empty(); // No file, or one that was being written.
        }
    }

    private static boolean isDatabase(ProcessHandle process) {
        return process.info()
                .command()
                .filter(program -> Path.of(program).endsWith("postgres"))
                .isPresent();
    }
}
