package org.computility.planning.rest.reading;

import java.util.Map;
import org.computility.shared.ApiPageRequest;
import org.computility.shared.PageRequest;

/** The words that a list may be sorted by, and what the room calls them. */
record SortWords(Map<String, String> words) {

    /** The page meant, sorted by words of the standard, as the answer repeats it. */
    PageRequest asked(ApiPageRequest given) {
        return ApiPageRequest.read(given, words.keySet());
    }

    /** The same page, sorted by words of the room. */
    PageRequest meant(ApiPageRequest given) {
        PageRequest asked = asked(given);
        return new PageRequest(
                asked.number(),
                asked.size(),
                asked.orders().stream()
                        .map(order -> new PageRequest.Order(words.get(order.property()), order.descending()))
                        .toList());
    }
}
