package org.computility.server;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The one command: starts PostgreSQL and the platform on Payara Micro, says where it is, and runs until it is told to stop.
 *
 * <p>Settings: {@link LauncherConfig}. The files to start lie beside this program's jar, or where the system property
 * {@code computility.home} says.
 */
public final class Launcher {

    private static final int INTERRUPTED = 130;

    private final PrintStream out;
    private final LauncherConfig config;
    private final FirstPassword firstPassword;

    private Launcher(PrintStream out, LauncherConfig config) {
        this.out = out;
        this.config = config;
        firstPassword = new FirstPassword(config.dataDir());
    }

    /** Runs in the foreground, until a signal stops it (130 after Ctrl-C, 143 after SIGTERM) or the server fails (its status). */
    public static void main(String... arguments) throws IOException, InterruptedException {
        int status = new Launcher(System.out, LauncherConfig.from(System.getenv())).run(home());
        if (status != 0) {
            System.exit(status);
        }
    }

    private int run(Path home) throws IOException, InterruptedException {
        Optional<String> generated = config.adminPassword().isPresent() ? Optional.empty() : firstPassword.proposal();
        out.println("Computility starts; its data lie in " + config.dataDir());
        Platform platform = new Platform(config);
        Thread stop = new Thread(() -> stop(platform), "stop");
        // Before anything is started, so that nothing is left behind when somebody stops it early.
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            platform.start(home, config.adminPassword().or(() -> generated));
            out.println("Log of the server: " + platform.log());
            platform.awaitReady();
        } catch (IllegalStateException | UncheckedIOException e) {
            if (stop.getState() != Thread.State.NEW) {
                return INTERRUPTED; // While it started.
            }
            String cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
            out.println("Computility did not start: " + e.getMessage() + cause);
            return 1;
        }
        out.println("Computility is ready: " + platform.baseUri() + "  console: "
                + platform.baseUri().resolve("console/") + "  API: "
                + platform.baseUri().resolve("openapi"));
        if (generated.isPresent()) {
            firstPassword.show(platform.baseUri(), out);
        }
        int status = platform.awaitEnd();
        if (stop.getState() == Thread.State.NEW) {
            out.println("The server ended with " + status + ", see " + platform.log());
        }
        return status;
    }

    private void stop(Platform platform) {
        out.println("Computility stops.");
        platform.close();
        out.println("Computility has stopped.");
    }

    private static Path home() {
        return Optional.ofNullable(System.getProperty("computility.home"))
                .map(Path::of)
                .orElseGet(Launcher::folderOfThisProgram)
                .toAbsolutePath();
    }

    private static Path folderOfThisProgram() {
        try {
            return Path.of(Launcher.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
