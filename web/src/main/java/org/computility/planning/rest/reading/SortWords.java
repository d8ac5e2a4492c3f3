package org.computility.planning.rest.reading;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.shared.PageRequest;
import org.computility.shared.rest.family.ApiPageRequest;

/** The words that a list may be sorted by, and what the room calls them. */
record SortWords(Map<String, String> words) {

    /** The page meant, sorted by words of the standard, as the answer repeats it. */
    PageRequest asked(ApiPageRequest given) {
        return ApiPageRequest.read(
                given, words.keySet().stream().collect(Collectors.toMap(Function.identity(), Function.identity())));
    }

    /** The same page, sorted by words of the room. */
    PageRequest meant(ApiPageRequest given) {
        return ApiPageRequest.read(given, words);
    }
}
