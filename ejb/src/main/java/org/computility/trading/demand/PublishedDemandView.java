package org.computility.trading.demand;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;

/** A demand in the market (T/AI 123.12 table A.24). */
public record PublishedDemandView(
        @JsonbProperty("publish_status") String publishStatus,
        @JsonbProperty("data_category") List<String> dataCategory,
        @JsonbProperty("key_words") List<String> keyWords,
        String description,
        @JsonbProperty("data_type") String dataType) {

    public PublishedDemandView {
        dataCategory = List.copyOf(dataCategory);
        keyWords = List.copyOf(keyWords);
    }
}
