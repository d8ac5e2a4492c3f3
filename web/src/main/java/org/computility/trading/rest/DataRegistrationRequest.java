package org.computility.trading.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.util.List;
import org.computility.shared.StandardTime;
import org.computility.trading.registration.NewOffering;

/** A data resource to register (T/AI 123.12 table A.2). */
public record DataRegistrationRequest(
        String owner,
        @JsonbProperty("key_words") List<String> keyWords,
        @JsonbProperty("dataID") String dataId,
        String description,
        @JsonbProperty("data_type") String dataType,
        @JsonbProperty("data_format") String dataFormat,
        @JsonbProperty("data_size") BigDecimal dataSize,
        @JsonbProperty("data_category") List<String> dataCategory,
        @JsonbProperty("collection_time") String collectionTime,
        String country,
        @JsonbProperty("provider_url") String providerUrl,
        @JsonbProperty("resource_url") String resourceUrl,
        @JsonbProperty("ownership_confirm") String ownershipConfirm,
        @JsonbProperty("public_key") String publicKey,
        @JsonbProperty("subscribe_confirm") String subscribeConfirm) {

    NewOffering resource() {
        return new NewOffering(
                owner,
                dataId,
                keyWords,
                description,
                dataType,
                dataFormat,
                dataSize,
                dataCategory,
                StandardTime.parse("collection_time", collectionTime),
                country,
                providerUrl,
                resourceUrl,
                ownershipConfirm,
                publicKey,
                YesNo.isYes(subscribeConfirm));
    }
}
