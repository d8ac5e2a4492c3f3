package org.computility.shared;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

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

    /** The settings of this server. */
    public static PlatformConfig current() {
        return from(ConfigProvider.getConfig());
    }

    static PlatformConfig from(Config config) {
        int port =
                config.getOptionalValue("computility.http.port", Integer.class).orElse(8080);
        String publicUrl =
                config.getOptionalValue("computility.public.url", String.class).orElse("http://127.0.0.1:" + port);
        return new PlatformConfig(
                config.getOptionalValue("computility.data.dir", String.class)
                        .map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), ".computility")),
                config.getOptionalValue("computility.secret.key", String.class),
                publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl,
                config.getOptionalValue("computility.outbound.allow", String.class)
                        .map(list -> List.of(list.strip().split("\\s*,\\s*")))
                        .orElse(List.of()));
    }
}
