package org.computility.jobs.online;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.computility.shared.PlatformConfig;
import org.computility.shared.Settings;

/**
 * Settings of services.
 *
 * @param port {@code COMPUTILITY_SERVICES_PORT}, default 8090, {@code off} for none: where services are called on this server
 * @param url {@code COMPUTILITY_SERVICES_URL}, default that port of the host of {@code COMPUTILITY_PUBLIC_URL}: how callers
 *     reach that port, without a final slash
 * @param healthInterval {@code COMPUTILITY_SERVICE_HEALTH}, default 3 s: how often each replica is asked whether it serves
 */
public record ServicesConfig(Optional<Integer> port, String url, Duration healthInterval) {

    private static final int USUAL_PORT = 8090;
    private static final long LAST_PORT = 65_535;

    public ServicesConfig {
        if (!url.matches("https?://[^/\\s].*")) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_SERVICES_URL begins with http:// or https:// and a host, unlike " + url + ".");
        }
    }

    /** The settings of this server. */
    public static ServicesConfig current() {
        return from(Settings.ofServer(), PlatformConfig.current().publicUrl());
    }

    static ServicesConfig from(Settings settings, String publicUrl) {
        Optional<Integer> port = port(settings);
        String host = URI.create(publicUrl).getHost();
        String url = settings.find("computility.services.url")
                .orElse("http://" + (host == null ? "127.0.0.1" : host) + ":" + port.orElse(USUAL_PORT));
        return new ServicesConfig(
                port,
                url.endsWith("/") ? url.substring(0, url.length() - 1) : url,
                settings.duration("computility.service.health", Duration.ofSeconds(3)));
    }

    private static Optional<Integer> port(Settings settings) {
        String key = "computility.services.port";
        if (settings.find(key)
                .filter(text -> text.strip().equalsIgnoreCase("off"))
                .isPresent()) {
            return Optional.empty();
        }
        long port = settings.count(key, USUAL_PORT);
        if (port > LAST_PORT) {
            throw new IllegalArgumentException("COMPUTILITY_SERVICES_PORT is a port, or off, not " + port + ".");
        }
        return Optional.of((int) port);
    }

    /** Where the service of that job is called. */
    public String urlOf(String jobId) {
        return url + "/" + jobId + "/";
    }
}
