package org.computility.trading.matching;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.computility.trading.MarketConfig;

/**
 * How a data resource is named in the market.
 *
 * @param registrationId its own, but one for all controlled data
 * @param dataId what tells controlled data apart; null for other data
 */
record ResourceNumber(String registrationId, String dataId) {

    /** @param controlledDataId null for data that is not controlled */
    static ResourceNumber of(UUID id, String controlledDataId, MarketConfig config) {
        return controlledDataId == null
                ? new ResourceNumber(id.toString(), null)
                : new ResourceNumber(config.controlledRegistration(), controlledDataId);
    }

    /** For people. */
    String words() {
        return dataId == null ? registrationId : registrationId + " " + dataId;
    }

    /** As a query string names it. */
    String query() {
        return "registrationID=" + encoded(registrationId) + (dataId == null ? "" : "&dataID=" + encoded(dataId));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
