package org.computility.trading.registration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.computility.shared.keys.DeliveryPair;

/** Data resources for tests. */
public final class SampleData {

    /** All of them are delivered under this pair. */
    public static final DeliveryPair PAIR = DeliveryPair.fresh(DeliveryPair.Algorithm.EC_P256);

    private SampleData() {}

    public static NewOffering of(String owner, String dataId) {
        return with(owner, dataId, "http://127.0.0.1/data", PAIR.publicKey());
    }

    static NewOffering with(String owner, String dataId, String url, String key) {
        return new NewOffering(
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
                "https://example.org/",
                url,
                "https://example.org/ownership",
                key,
                false);
    }
}
