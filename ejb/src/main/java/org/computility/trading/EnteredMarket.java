package org.computility.trading;

import java.util.List;
import java.util.UUID;

/**
 * A data resource or a demand is published. Fired inside the transaction that publishes it.
 *
 * @param id its registration number, or its demand number
 * @param type as tables A.2 and A.17 have it: data set, model, application
 * @param text its description; null: none
 * @param subscribable whether it can be, or shall be, subscribed to
 * @param controlledDataId of controlled data, which has one registration number for all, its {@code dataID}; else null
 */
public record EnteredMarket(
        MarketSide side,
        UUID id,
        Party party,
        String type,
        List<String> categories,
        List<String> keyWords,
        String text,
        boolean subscribable,
        String controlledDataId) {}
