package org.computility.compute.console;

import java.util.Collection;
import java.util.Map;

/** How many services nodes have. A room above knows, and offers this as a bean. */
public interface ServiceTallies {

    /** Nodes without services are missing. */
    Map<String, Tally> at(Collection<String> codes);

    /**
     * The services of a node.
     *
     * @param failed how many of them are in trouble
     */
    record Tally(long all, long failed) {

        static final Tally NONE = new Tally(0, 0);
    }
}
