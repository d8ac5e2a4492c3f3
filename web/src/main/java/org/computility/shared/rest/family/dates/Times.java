package org.computility.shared.rest.family.dates;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.computility.shared.StandardTime;
import org.computility.shared.rest.Parameters;

/** How a family writes times. */
public enum Times {
    /** {@code yyyy-MM-dd HH:mm:ss} in the platform's zone; three more digits are read as well. */
    SECONDS {
        @Override
        public String written(Instant time) {
            return StandardTime.seconds(time);
        }

        @Override
        public Instant read(String member, String text) {
            return StandardTime.parse(member, text);
        }
    },
    /** ISO 8601 with an offset. */
    ISO_8601 {
        @Override
        public String written(Instant time) {
            return DateTimeFormatter.ISO_INSTANT.format(time);
        }

        @Override
        public Instant read(String member, String text) {
            return Parameters.instant(member, text);
        }
    };

    public abstract String written(Instant time);

    public abstract Instant read(String member, String text);
}
