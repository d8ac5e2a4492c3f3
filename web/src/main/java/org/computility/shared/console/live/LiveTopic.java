package org.computility.shared.console.live;

import java.util.Set;

/** What pages can show live; a room offers one as an application-scoped bean. Nobody is the caller of its methods. */
public interface LiveTopic {

    /** As pages name it: {@code runs}. */
    String name();

    /**
     * Looks at the rows that open pages of this server show, in a number of statements that does not depend on theirs.
     *
     * @param keys what people sent; keys that mean nothing are ignored
     */
    LiveLook look(Set<String> keys);

    /** Has slow figures of these rows brought up to date for later looks. */
    default void renew(Set<String> keys) {}
}
