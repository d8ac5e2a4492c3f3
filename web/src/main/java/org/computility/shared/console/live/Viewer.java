package org.computility.shared.console.live;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The person before an open page. */
public interface Viewer {

    /** The request's attribute that holds the viewer; the filter before the console puts it there. */
    String ATTRIBUTE = "org.computility.viewer";

    /** Which organisations' rows the person may see now; empty once the session has ended. */
    Optional<Predicate<UUID>> sight();
}
