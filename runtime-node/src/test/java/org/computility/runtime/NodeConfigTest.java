package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.computility.runtime.inference.AcceleratorChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeConfigTest {

    private static final Map<String, String> LEAST =
            Map.of("NODE_CODE", "11010800005050000001", "NODE_USERNAME", "node", "NODE_PASSWORD", "secret");

    @Test
    void defaults() {
        NodeConfig config = NodeConfig.of(LEAST);

        assertThat(config.type()).isEqualTo("EDGE_COMPUTE_DEVICE");
        assertThat(config.port()).isEqualTo(8123);
        assertThat(config.bind()).isEqualTo("127.0.0.1");
        assertThat(config.platform()).isNull();
        assertThat(config.media()).isNull();
        assertThat(config.accelerator()).isEqualTo(AcceleratorChoice.AUTO);
        assertThat(config.spoolBytes()).isEqualTo(1L << 30);
        assertThat(config.keepalive()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.fence()).isZero();
        assertThat(config.toString()).doesNotContain("secret");
    }

    @Test
    void everyKeyMaps() {
        Map<String, String> all = new HashMap<>(LEAST);
        all.put("NODE_FENCE_SECONDS", "100");
        all.putAll(Map.of(
                "NODE_TYPE", "AI_BOX",
                "NODE_HOST", "10.0.0.7",
                "NODE_BIND", "0.0.0.0",
                "NODE_PORT", "9000",
                "PLATFORM_URL", "http://p:8080",
                "NODE_DATA_DIR", "/d",
                "NODE_MEDIA_DIR", "/m",
                "NODE_ACCELERATOR", "CUDA",
                "NODE_SPOOL_MIB", "5",
                "NODE_KEEPALIVE_SECONDS", "7"));
        NodeConfig config = NodeConfig.of(all);

        assertThat(config.type()).isEqualTo("AI_BOX");
        assertThat(config.host()).isEqualTo("10.0.0.7");
        assertThat(config.bind()).isEqualTo("0.0.0.0");
        assertThat(config.port()).isEqualTo(9000);
        assertThat(config.platform()).hasToString("http://p:8080");
        assertThat(config.data()).hasToString("/d");
        assertThat(config.media()).hasToString("/m");
        assertThat(config.accelerator()).isEqualTo(AcceleratorChoice.CUDA);
        assertThat(config.spoolBytes()).isEqualTo(5L << 20);
        assertThat(config.keepalive()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.fence()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void listensWhereItIsReachedUnlessToldOtherwise() {
        Map<String, String> settings = new HashMap<>(LEAST);
        settings.put("NODE_HOST", "10.0.0.7");
        assertThat(NodeConfig.of(settings).bind()).isEqualTo("10.0.0.7");

        settings.put("NODE_PORT", "0");
        assertThat(NodeConfig.of(settings).port()).isZero();
    }

    @Test
    void anEmptyAddressOfThePlatformOrFolderOfMediaIsNone() {
        Map<String, String> settings = new HashMap<>(LEAST);
        settings.put("PLATFORM_URL", "");
        settings.put("NODE_MEDIA_DIR", "");

        assertThat(NodeConfig.of(settings).platform()).isNull();
        assertThat(NodeConfig.of(settings).media()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "NODE_CODE, 123",
        "NODE_USERNAME, ''",
        "NODE_PASSWORD, ''",
        "NODE_PORT, x",
        "NODE_PORT, 70000",
        "NODE_ACCELERATOR, ABACUS",
        "NODE_KEEPALIVE_SECONDS, 0",
        "NODE_KEEPALIVE_SECONDS, 81",
        "NODE_FENCE_SECONDS, 30",
        "NODE_FENCE_SECONDS, 69",
        "NODE_FENCE_SECONDS, 86401",
        "NODE_SPOOL_MIB, 0",
        "NODE_SPOOL_MIB, 1048577",
        "NODE_SPOOL_MIB, 1.5",
        "NODE_PORT, ''",
        "NODE_PORT, -1",
        "NODE_CODE, ''",
        "NODE_CODE, 1101080000505000000x",
        "NODE_CODE, ' 11010800005050000001'",
        "NODE_CODE, ١١٠١٠٨٠٠٠٠٥٠٥٠٠٠٠٠٠١",
        "NODE_PASSWORD, 123456789012345678901234567890123",
        "NODE_USERNAME, 123456789012345678901234567890123",
        "NODE_ACCELERATOR, cuda",
        "PLATFORM_URL, platform:8080",
        "PLATFORM_URL, platform",
        "PLATFORM_URL, 'http://plat form'",
        "PLATFORM_URL, ftp://platform/",
        "PLATFORM_URL, http:///ACSMP",
        "PLATFORM_URL, http://platform:99999"
    })
    void refusesNonsense(String key, String value) {
        Map<String, String> settings = new HashMap<>(LEAST);
        settings.put(key, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NodeConfig.of(settings))
                .withMessageStartingWith(key);
    }
}
