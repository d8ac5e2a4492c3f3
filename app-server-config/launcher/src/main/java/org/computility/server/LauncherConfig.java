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
 * @param heapMib {@code COMPUTILITY_HEAP_MIB}: memory of the server's objects in MiB, 512 to 65536, default 768
 */
record LauncherConfig(
        int port,
        Path dataDir,
        Optional<Database> database,
        Optional<String> adminPassword,
        String publicUrl,
        int heapMib) {

    static LauncherConfig from(Map<String, String> environment) {
        int port = number(environment, "HTTP_PORT", 1, 65535, 8080);
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
                value(environment, "PUBLIC_URL").orElse("http://127.0.0.1:" + port),
                number(environment, "HEAP_MIB", 512, 65536, PayaraMicroServer.HEAP_MIB));
    }

    private static Optional<String> value(Map<String, String> environment, String key) {
        return Optional.ofNullable(environment.get("COMPUTILITY_" + key)).filter(text -> !text.isBlank());
    }

    private static int number(Map<String, String> environment, String key, int least, int most, int unset) {
        String text = value(environment, key).orElse("" + unset);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with the numbers out of range.
        }
        throw new IllegalArgumentException(
                "COMPUTILITY_" + key + " must be " + least + " to " + most + ", not " + text);
    }
}
