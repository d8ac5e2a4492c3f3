package org.computility.datasets.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketConfigTest {

    private static final Map<String, String> SET = Map.of(
            "computility.bucket.name", "contents",
            "computility.bucket.access.key", "key",
            "computility.bucket.secret.key", "secret");

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEmpty();
        assertThat(from(SET))
                .contains(new BucketConfig(Optional.empty(), "contents", "us-east-1", "key", "secret"))
                .hasToString("Optional[https://s3.us-east-1.amazonaws.com/contents]");
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(with(
                        "computility.bucket.endpoint",
                        "http://127.0.0.1:9000",
                        "computility.bucket.region",
                        "cn-north-1")))
                .contains(new BucketConfig(
                        Optional.of("http://127.0.0.1:9000"), "contents", "cn-north-1", "key", "secret"));
    }

    @ParameterizedTest
    @CsvSource({
        "computility.bucket.endpoint, nowhere, COMPUTILITY_BUCKET_ENDPOINT",
        "computility.bucket.endpoint, http://host/path, COMPUTILITY_BUCKET_ENDPOINT",
        "computility.bucket.name, A B, COMPUTILITY_BUCKET_NAME",
        "computility.bucket.access.key, , computility.bucket.access.key",
        "computility.bucket.secret.key, , computility.bucket.secret.key"
    })
    void refusesNonsense(String key, String value, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(with(key, value)))
                .withMessageContaining(named);
    }

    private static Map<String, String> with(String... pairs) {
        Map<String, String> values = new HashMap<>(SET);
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private static Optional<BucketConfig> from(Map<String, String> values) {
        return BucketConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
