package org.computility.trading.registration;

import java.math.BigDecimal;
import java.util.List;

/**
 * Controlled data of a trusted data space to publish (T/AI 123.12 table A.8).
 *
 * @param owner the one owner of all controlled data
 * @param registrationId the one number of all controlled data
 * @param description null: none
 * @param protocol how it is used
 * @param open 0: not public, so in no list; null: not said
 * @param source null: not said
 * @param price null where it is free
 */
public record NewControlledData(
        String owner,
        String dataId,
        String registrationId,
        String description,
        String protocol,
        Integer open,
        String source,
        List<String> keyWords,
        boolean free,
        BigDecimal price) {

    public NewControlledData {
        keyWords = List.copyOf(keyWords);
    }
}
