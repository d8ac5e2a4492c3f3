package org.computility.shared.console;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.computility.shared.StandardTime;

/** Points in time as a person reads them, in the platform's zone. */
public final class Moments {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Moments() {}

    /** An empty text for null. */
    public static String text(Instant moment) {
        return moment == null ? "" : FORMAT.format(moment.atZone(StandardTime.zone()));
    }
}
