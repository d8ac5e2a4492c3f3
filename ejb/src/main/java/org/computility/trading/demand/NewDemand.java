package org.computility.trading.demand;

import java.util.List;

/**
 * A demand to register (T/AI 123.12 table A.17).
 *
 * @param demander the user name of the account that wants to buy
 * @param description null: none
 * @param subscribable whether it looks for something to subscribe to
 */
public record NewDemand(
        String demander,
        List<String> dataCategory,
        List<String> keyWords,
        String description,
        String dataType,
        boolean subscribable) {

    public NewDemand {
        dataCategory = List.copyOf(dataCategory);
        keyWords = List.copyOf(keyWords);
    }
}
