package org.computility.trading.registration;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A data resource to register (T/AI 123.12 table A.2).
 *
 * @param owner the user name of the account that holds it
 * @param dataId its number in the store of data
 * @param dataSize in MiB
 * @param collectionTime when the data was collected or made
 * @param providerUrl null: none
 * @param resourceUrl where the data can be had
 * @param ownershipConfirm where its ownership can be checked
 * @param publicKey encrypts what is delivered: PEM, or its Base64 alone
 * @param subscribable whether it may be subscribed to
 */
public record NewOffering(
        String owner,
        String dataId,
        List<String> keyWords,
        String description,
        String dataType,
        String dataFormat,
        BigDecimal dataSize,
        List<String> dataCategory,
        Instant collectionTime,
        String country,
        String providerUrl,
        String resourceUrl,
        String ownershipConfirm,
        String publicKey,
        boolean subscribable) {

    public NewOffering {
        keyWords = List.copyOf(keyWords);
        dataCategory = List.copyOf(dataCategory);
    }
}
