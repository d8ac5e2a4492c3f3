package org.computility.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.computility.server.Database;
import org.computility.server.EmbeddedPostgresServer;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares what {@code arquillian.xml} starts, before JUnit looks for tests: an empty database and a server that is set up as
 * the administrator's scripts do it.
 */
public final class Servers implements LauncherSessionListener {

    private static final int WILDFLY_MANAGEMENT = 9990;

    private EmbeddedPostgresServer postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String server = System.getProperty("arquillian.launch");
        if (server == null) {
            return;
        }
        Path work = Path.of("target", "servers", server + "-work").toAbsolutePath();
        postgres = EmbeddedPostgresServer.start(work.resolve("postgres"));
        Database database = postgres.emptyDatabase("computility");
        try {
            set("platform.options", options(database, work));
            set("platform.database", database.url());
            set("platform.database.user", database.user());
            set("platform.database.password", database.password());
            if (server.equals("wildfly")) {
                prepareWildFly();
            } else {
                preparePayaraMicro(database, work);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (postgres != null) {
            postgres.close();
        }
    }

    /** The platform's settings as system properties, which MicroProfile Config knows by their dotted names. */
    private static String options(Database database, Path work) throws IOException {
        int port = freePort();
        return Map.of(
                        "computility.database.url", database.url(),
                        "computility.database.user", database.user(),
                        "computility.database.password", database.password(),
                        "computility.data.dir", work.resolve("data").toString(),
                        "computility.admin.password", "in-container-0006.5",
                        "computility.outbound.allow", "127.0.0.0/8",
                        // WildFly's own configuration asks the environment for these; it looks here first.
                        "env.COMPUTILITY_DATABASE_URL", database.url(),
                        "env.COMPUTILITY_DATABASE_USER", database.user(),
                        "env.COMPUTILITY_DATABASE_PASSWORD", database.password(),
                        "env.COMPUTILITY_HTTP_PORT", "" + port)
                .entrySet()
                .stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" ", "-Dcomputility.results.keep.longer=KEPT-LONGER=P90Y ", ""));
    }

    private static void prepareWildFly() throws IOException {
        Path home = Path.of(System.getProperty("wildfly.home"));
        int management = freePort();
        set("wildfly.management.port", "" + management);
        set(
                "platform.options",
                System.getProperty("platform.options") + " -Djboss.socket.binding.port-offset="
                        + (management - WILDFLY_MANAGEMENT));
        if (Files.exists(home.resolve("standalone/configuration/computility.xml"))) {
            return;
        }
        ProcessBuilder install = new ProcessBuilder(
                        Path.of("..", "..", "app-server-config", "wildfly", "install.sh")
                                .toAbsolutePath()
                                .normalize()
                                .toString(),
                        home().resolve("postgresql.jar").toString())
                .inheritIO();
        install.environment().put("WILDFLY_HOME", home.toString());
        run(install);
    }

    private static void preparePayaraMicro(Database database, Path work) throws IOException {
        Files.createDirectories(work);
        String boot = Files.readString(home().resolve("post-boot.asadmin"));
        for (Map.Entry<String, String> setting : database.environment().entrySet()) {
            boot = boot.replace("${ENV=" + setting.getKey() + "}", setting.getValue());
        }
        // Before the application, whose message-driven bean binds to it; the container deploys the application alone.
        boot += "\ndeploy --name computility-connector " + home().resolve("computility-connector.rar") + "\n";
        // Open from the beginning: the container deploys when it likes, and asks at the port whether the application is
        // there.
        Path preBoot = Files.writeString(
                work.resolve("pre-boot.asadmin"),
                Files.readString(home().resolve("pre-boot.asadmin"))
                        .replace("http-listener.enabled=false", "http-listener.enabled=true"));
        Path postBoot = Files.writeString(work.resolve("post-boot.asadmin"), boot);
        set(
                "payara.micro.options",
                "--addlibs " + home().resolve("postgresql.jar") + " --prebootcommandfile " + preBoot
                        + " --postbootcommandfile " + postBoot);
    }

    /** The server folder of the launcher's build. */
    static Path home() {
        return Path.of(System.getProperty("computility.home"), "server")
                .toAbsolutePath()
                .normalize();
    }

    private static void run(ProcessBuilder command) throws IOException {
        try {
            int status = command.start().waitFor();
            if (status != 0) {
                throw new IOException(command.command() + " ended with " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void set(String property, String value) {
        System.setProperty(property, value);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
