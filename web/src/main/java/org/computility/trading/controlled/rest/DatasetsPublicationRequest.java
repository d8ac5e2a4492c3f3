package org.computility.trading.controlled.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.util.List;
import org.computility.trading.registration.NewControlledData;

/** Controlled data to publish (T/AI 123.12 table A.8). */
public record DatasetsPublicationRequest(
        String owner,
        @JsonbProperty("dataID") String dataId,
        @JsonbProperty("registrationID") String registrationId,
        String description,
        String protocol,
        Integer isOpen,
        String source,
        @JsonbProperty("key_words") List<String> keyWords,
        boolean free,
        BigDecimal price) {

    NewControlledData data() {
        return new NewControlledData(
                owner, dataId, registrationId, description, protocol, isOpen, source, keyWords, free, price);
    }
}
