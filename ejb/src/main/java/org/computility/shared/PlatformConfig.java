package org.computility.shared;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Settings that more than one room reads.
 *
 * @param dataDirectory {@code COMPUTILITY_DATA_DIR}, default {@code ~/.computility}
 * @param secretKey {@code COMPUTILITY_SECRET_KEY}: 64 hexadecimal digits, or any longer passphrase; absent: a key file in
 *     the data directory
 * @param publicUrl {@code COMPUTILITY_PUBLIC_URL}: how nodes and people reach this platform, without a final slash
 * @param outboundAllow {@code COMPUTILITY_OUTBOUND_ALLOW}: private address ranges that outbound requests may reach
 */
public record PlatformConfig(
        Path dataDirectory, Optional<String> secretKey, String publicUrl, List<String> outboundAllow) {

    private static final long LAST_PORT = 65535;

    public PlatformConfig {
        if (!publicUrl.matches("https?://[^/\\s].*")) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_PUBLIC_URL begins with http:// or https:// and a host, unlike " + publicUrl + ".");
        }
    }

    /** The settings of this server. */
    public static PlatformConfig current() {
        return from(Settings.ofServer());
    }

    static PlatformConfig from(Settings settings) {
        long port = settings.count("computility.http.port", 8080);
        if (port > LAST_PORT) {
            throw new IllegalArgumentException("COMPUTILITY_HTTP_PORT is between 1 and 65535, not " + port + ".");
        }
        String publicUrl = settings.find("computility.public.url").orElse("http://127.0.0.1:" + port);
        return new PlatformConfig(
                settings.find("computility.data.dir")
                        .map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), ".computility")),
                settings.find("computility.secret.key"),
                publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl,
                settings.find("computility.outbound.allow")
                        .map(list -> List.of(list.strip().split("\\s*,\\s*")))
                        .orElse(List.of()));
    }
}
