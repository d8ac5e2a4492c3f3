package org.computility.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of()))
                .isEqualTo(new PlatformConfig(
                        Path.of(System.getProperty("user.home"), ".computility"),
                        Optional.empty(),
                        "http://127.0.0.1:8080",
                        List.of()));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(
                        "computility.data.dir", "/srv/computility",
                        "computility.secret.key", "a passphrase of more than thirty-two letters",
                        "computility.public.url", "https://net.example/",
                        "computility.outbound.allow", " 10.20.0.0/16 , 192.168.7.5")))
                .isEqualTo(new PlatformConfig(
                        Path.of("/srv/computility"),
                        Optional.of("a passphrase of more than thirty-two letters"),
                        "https://net.example",
                        List.of("10.20.0.0/16", "192.168.7.5")));
    }

    @Test
    void thePortIsPartOfTheUrlThatNobodyNamed() {
        assertThat(from(Map.of("computility.http.port", "9090")).publicUrl()).isEqualTo("http://127.0.0.1:9090");
    }

    @ParameterizedTest
    @CsvSource({
        "computility.http.port, 0",
        "computility.http.port, 65536",
        "computility.http.port, http",
        "computility.public.url, net.example",
        "computility.public.url, http:///console"
    })
    void refusesNonsense(String key, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> from(Map.of(key, value)));
    }

    private static PlatformConfig from(Map<String, String> values) {
        return PlatformConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
