package org.computility.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.computility.runtime.inference.AcceleratorChoice;

/**
 * How a node is set up; each setting comes from the environment variable named, or from an argument {@code NAME=value}.
 *
 * @param code NODE_CODE: its 20 digit code
 * @param type NODE_TYPE: one of table B.1, default EDGE_COMPUTE_DEVICE
 * @param host NODE_HOST: the address under which the platform reaches it, at most 15 characters; default 127.0.0.1
 * @param bind NODE_BIND: the address it listens on; default {@code host}
 * @param port NODE_PORT: where it listens; default 8123
 * @param username NODE_USERNAME: the credential shared with the platform
 * @param password NODE_PASSWORD
 * @param platform PLATFORM_URL: base address of the platform; empty: the node works by itself
 * @param data NODE_DATA_DIR: packages and results that wait; default {@code computility-node} in the user's home
 * @param media NODE_MEDIA_DIR: where {@code file:} media may lie; empty: nowhere
 * @param accelerator NODE_ACCELERATOR: CPU, CUDA or AUTO; default AUTO
 * @param spoolBytes NODE_SPOOL_MIB: how much results may fill while nobody takes them; default 1024 MiB
 * @param powercap NODE_POWERCAP_DIR: where the kernel shows the energy of processors; default /sys/class/powercap
 * @param keepalive NODE_KEEPALIVE_SECONDS: default 30
 * @param fence NODE_FENCE_SECONDS: after so long without its platform the node ends its tasks; zero: it goes on; default 0
 */
public record NodeConfig(
        String code,
        String type,
        String host,
        String bind,
        int port,
        String username,
        String password,
        URI platform,
        Path data,
        Path media,
        AcceleratorChoice accelerator,
        long spoolBytes,
        Path powercap,
        Duration keepalive,
        Duration fence) {

    /** As long as a keepalive may take. */
    private static final Duration A_CALL = Duration.ofSeconds(10);

    /** Reads the settings; a wrong one is named in the exception. */
    public static NodeConfig of(Map<String, String> settings) {
        String host = settings.getOrDefault("NODE_HOST", "127.0.0.1");
        String home = System.getProperty("user.home") + "/computility-node";
        String media = settings.getOrDefault("NODE_MEDIA_DIR", "");
        return new NodeConfig(
                matching(settings, "NODE_CODE", "\\d{20}", "has 20 digits"),
                settings.getOrDefault("NODE_TYPE", "EDGE_COMPUTE_DEVICE"),
                host,
                settings.getOrDefault("NODE_BIND", host),
                (int) number(settings, "NODE_PORT", 8123, 0, 65_535),
                matching(settings, "NODE_USERNAME", ".{1,32}", "has 1 to 32 characters"),
                matching(settings, "NODE_PASSWORD", ".{1,32}", "has 1 to 32 characters"),
                platform(settings),
                Path.of(settings.getOrDefault("NODE_DATA_DIR", home)),
                media.isEmpty() ? null : Path.of(media),
                accelerator(settings),
                number(settings, "NODE_SPOOL_MIB", 1024, 1, 1 << 20) << 20,
                Path.of(settings.getOrDefault("NODE_POWERCAP_DIR", "/sys/class/powercap")),
                Duration.ofSeconds(number(settings, "NODE_KEEPALIVE_SECONDS", 30, 1, 80)),
                fence(settings));
    }

    private static Duration fence(Map<String, String> settings) {
        long keepalive = number(settings, "NODE_KEEPALIVE_SECONDS", 30, 1, 80);
        long fence = number(settings, "NODE_FENCE_SECONDS", 0, 0, 86_400);
        // One call may be lost, and the next one may take as long as a call may take.
        long least = 2 * keepalive + A_CALL.toSeconds();
        if (fence != 0 && fence < least) {
            throw new IllegalArgumentException(
                    "NODE_FENCE_SECONDS is 0, or at least " + least + ": twice NODE_KEEPALIVE_SECONDS and a call");
        }
        return Duration.ofSeconds(fence);
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "node " + code + " at " + host + ":" + port + " of " + platform;
    }

    private static URI platform(Map<String, String> settings) {
        String address = settings.getOrDefault("PLATFORM_URL", "");
        if (address.isEmpty()) {
            return null;
        }
        return HttpAddress.of(address)
                .orElseThrow(() -> new IllegalArgumentException("PLATFORM_URL is an http or https address"));
    }

    private static AcceleratorChoice accelerator(Map<String, String> settings) {
        try {
            return AcceleratorChoice.valueOf(settings.getOrDefault("NODE_ACCELERATOR", "AUTO"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("NODE_ACCELERATOR is CPU, CUDA or AUTO", e);
        }
    }

    private static String matching(Map<String, String> settings, String name, String form, String meaning) {
        String value = settings.getOrDefault(name, "");
        if (!value.matches(form)) {
            throw new IllegalArgumentException(name + " " + meaning);
        }
        return value;
    }

    private static long number(Map<String, String> settings, String name, long otherwise, long least, long most) {
        try {
            long value = Long.parseLong(settings.getOrDefault(name, String.valueOf(otherwise)));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a whole number", e);
        }
        throw new IllegalArgumentException(name + " is from " + least + " to " + most);
    }
}
