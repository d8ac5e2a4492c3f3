package org.computility.shared.rest.family;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.computility.shared.StandardTime;
import org.computility.shared.rest.Parameters;

/** How a family writes times. */
enum Times {
    /** {@code yyyy-MM-dd HH:mm:ss} in the platform's zone; three more digits are read as well. */
    SECONDS {
        @Override
        String written(Instant time) {
            return StandardTime.seconds(time);
        }

        @Override
        Instant read(String member, String text) {
            return StandardTime.parse(member, text);
        }
    },
    /** ISO 8601 with an offset. */
    ISO_8601 {
        @Override
        String written(Instant time) {
            return DateTimeFormatter.ISO_INSTANT.format(time);
        }

        @Override
        Instant read(String member, String text) {
            return Parameters.instant(member, text);
        }
    };

    abstract String written(Instant time);

    abstract Instant read(String member, String text);
}
