package org.computility.trading.registration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Data resources for tests. */
public final class SampleData {

    /** EC P-256. */
    private static final String KEY =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li"
                    + "/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==";

    private SampleData() {}

    public static NewDataResource of(String owner, String dataId) {
        return with(owner, dataId, "http://127.0.0.1/data", KEY);
    }

    static NewDataResource with(String owner, String dataId, String url, String key) {
        return new NewDataResource(
                owner,
                dataId,
                List.of("motion"),
                "What moved",
                "数据集",
                "jsonl",
                new BigDecimal("12.5"),
                List.of("水利"),
                Instant.EPOCH,
                "中国",
                null,
                url,
                "https://example.org/ownership",
                key,
                false);
    }
}
