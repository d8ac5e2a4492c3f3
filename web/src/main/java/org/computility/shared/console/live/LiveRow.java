package org.computility.shared.console.live;

import java.util.Map;
import java.util.UUID;
import org.computility.shared.console.Texts;

/** A row that open pages show. */
public interface LiveRow {

    /** Whose it is; null stands for the platform itself. */
    UUID organisationId();

    /** What its cells say, by their names. */
    Map<String, String> cells(Texts texts);
}
