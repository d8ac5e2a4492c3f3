package org.computility.trading.subscription.catalogue;

import java.util.List;
import java.util.Objects;

/**
 * What a publisher says of a model or an application.
 *
 * @param description null: nothing
 */
public record NewDescription(String title, String description, List<String> categories, List<String> keyWords) {

    public NewDescription {
        categories = List.copyOf(Objects.requireNonNullElse(categories, List.of()));
        keyWords = List.copyOf(Objects.requireNonNullElse(keyWords, List.of()));
    }
}
