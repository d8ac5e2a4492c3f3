package org.computility.trading.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.trading.demand.NewDemand;

/** A demand to register (T/AI 123.12 table A.17). */
public record DemandRegistrationRequest(
        String demander,
        @JsonbProperty("data_category") List<String> dataCategory,
        @JsonbProperty("key_words") List<String> keyWords,
        String description,
        @JsonbProperty("data_type") String dataType,
        @JsonbProperty("subscribe_confirm") String subscribeConfirm) {

    NewDemand demand() {
        return new NewDemand(demander, dataCategory, keyWords, description, dataType, YesNo.isYes(subscribeConfirm));
    }
}
