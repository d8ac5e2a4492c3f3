package org.computility.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The launcher's settings, from the environment.
 *
 * @param port {@code COMPUTILITY_HTTP_PORT}, 1 to 65535, default 8080
 * @param dataDir {@code COMPUTILITY_DATA_DIR}, default {@code .computility} in the home folder
 * @param database {@code COMPUTILITY_DATABASE_URL}, {@code _USER}, {@code _PASSWORD}; absent: the embedded one
 * @param adminPassword {@code COMPUTILITY_ADMIN_PASSWORD}; absent: generated at the first start
 * @param publicUrl {@code COMPUTILITY_PUBLIC_URL}, default this machine's loopback address and the port
 */
record LauncherConfig(
        int port, Path dataDir, Optional<Database> database, Optional<String> adminPassword, String publicUrl) {

    static LauncherConfig from(Map<String, String> environment) {
        int port = port(value(environment, "HTTP_PORT").orElse("8080"));
        return new LauncherConfig(
                port,
                value(environment, "DATA_DIR")
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".computility"))
                        .toAbsolutePath(),
                value(environment, "DATABASE_URL")
                        .map(url -> new Database(
                                url,
                                value(environment, "DATABASE_USER").orElse("computility"),
                                value(environment, "DATABASE_PASSWORD").orElse(""))),
                value(environment, "ADMIN_PASSWORD"),
                value(environment, "PUBLIC_URL").orElse("http://127.0.0.1:" + port));
    }

    private static Optional<String> value(Map<String, String> environment, String key) {
        return Optional.ofNullable(environment.get("COMPUTILITY_" + key)).filter(text -> !text.isBlank());
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with the numbers out of range.
        }
        throw new IllegalArgumentException("COMPUTILITY_HTTP_PORT must be 1 to 65535, not " + text);
    }
}
