package org.computility.shared;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Time stamps as the four standards print them: {@code yyyy-MM-dd HH:mm:ss}, with three more digits where a table shows
 * them, in the platform's zone ({@code COMPUTILITY_ZONE}, default {@code Asia/Shanghai}). Both widths are read.
 */
public final class StandardTime {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter EITHER = new DateTimeFormatterBuilder()
            .append(SECONDS)
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 3, true)
            .toFormatter()
            // The 30th of February is refused, not taken for the 28th.
            .withResolverStyle(ResolverStyle.STRICT);

    /** The printed form has four digits for the year. */
    private static final int LAST_YEAR = 9999;

    private StandardTime() {}

    /** The zone in which the standards' local times are meant. */
    public static ZoneId zone() {
        return ZoneHolder.ZONE;
    }

    public static String seconds(Instant instant) {
        return SECONDS.format(instant.atZone(zone()));
    }

    public static String millis(Instant instant) {
        return MILLIS.format(instant.atZone(zone()));
    }

    /** The instant, or null for a null text; a text of another form is refused and {@code member} named. */
    public static Instant parse(String member, String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.parse(text, EITHER);
            if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
                throw noTime(member, text);
            }
            return time.atZone(zone()).toInstant();
        } catch (DateTimeException e) {
            throw noTime(member, text);
        }
    }

    private static Rejected noTime(String member, String text) {
        return new Rejected(
                "member-invalid",
                Member.written(member),
                "{member} is a time like 2019-06-01 23:15:22, not " + text + ".");
    }

    /**
     * The end of a search that includes the whole second, or millisecond, that the text names: what lies before this
     * instant is found. Null for a null text; refused as by {@link #parse}.
     */
    public static Instant parseEnd(String member, String text) {
        Instant last = parse(member, text);
        return last == null ? null : endOf(last, text);
    }

    static Instant endOf(Instant last, String text) {
        return last.plus(1, text.indexOf('.') < 0 ? ChronoUnit.SECONDS : ChronoUnit.MILLIS);
    }

    /** For members that a table gives 19 characters. */
    public static final class Seconds implements JsonbAdapter<Instant, String> {
        @Override
        public String adaptToJson(Instant instant) {
            return seconds(instant);
        }

        @Override
        public Instant adaptFromJson(String text) {
            return parse("time", text);
        }
    }

    /** For members that a table shows with milliseconds. */
    public static final class Millis implements JsonbAdapter<Instant, String> {
        @Override
        public String adaptToJson(Instant instant) {
            return millis(instant);
        }

        @Override
        public Instant adaptFromJson(String text) {
            return parse("time", text);
        }
    }

    private static final class ZoneHolder {
        private static final ZoneId ZONE = ConfigProvider.getConfig()
                .getOptionalValue("computility.zone", ZoneId.class)
                .orElse(ZoneId.of("Asia/Shanghai"));
    }
}
