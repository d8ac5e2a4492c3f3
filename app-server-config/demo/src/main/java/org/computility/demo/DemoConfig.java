package org.computility.demo;

import java.nio.file.Path;

/**
 * Where the build left what the demo starts; the build passes these as system properties.
 *
 * @param home {@code computility.home}: the launcher's folder
 * @param nodeJar {@code computility.node}: the runtime node's jar, its libraries beside it
 * @param packages {@code computility.packages}: the folder with both algorithm packages
 * @param trainerJar {@code computility.trainer}: the training program's jar, its libraries beside it
 * @param rtspServer {@code computility.rtsp}: the script that streams a folder of clips
 */
record DemoConfig(Path home, Path nodeJar, Path packages, Path trainerJar, Path rtspServer) {

    static DemoConfig fromSystemProperties() {
        return new DemoConfig(
                path("computility.home"),
                path("computility.node"),
                path("computility.packages"),
                path("computility.trainer"),
                path("computility.rtsp"));
    }

    /** The JVM's option that ends a child process in good order when this process is gone, however it ended. */
    String parentWatch() {
        return "-javaagent:" + home.resolve("computility-launcher-parent-watch.jar") + "=exit";
    }

    private static Path path(String key) {
        String value = System.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The system property " + key + " is missing");
        }
        return Path.of(value).toAbsolutePath();
    }
}
