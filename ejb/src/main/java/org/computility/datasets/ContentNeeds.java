package org.computility.datasets;

import java.util.Collection;
import java.util.Set;

/**
 * What a room still needs of the content store. A room that stores contents has one bean of this kind; a content that
 * no such bean names is deleted a day after it came.
 */
public interface ContentNeeds {

    /**
     * Which of these the room needs.
     *
     * @param sha256s names in the store, a thousand at most
     */
    Set<String> among(Collection<String> sha256s);
}
