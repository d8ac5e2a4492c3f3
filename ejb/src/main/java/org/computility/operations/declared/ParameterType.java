package org.computility.operations.declared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.computility.shared.UuidText;

/** What a job's parameter is, and how two of its values compare. */
public enum ParameterType {
    /** Years, months, weeks and days in ISO 8601: {@code P90D}. */
    PERIOD("a period like P90D") {
        @Override
        Optional<String> read(String text) {
            return period(text).map(Period::toString);
        }

        @Override
        int compare(String one, String other) {
            // Months differ in length, so two periods compare by the days that they lead to.
            return BEGINNING.plus(Period.parse(one)).compareTo(BEGINNING.plus(Period.parse(other)));
        }
    },
    /** A whole number. */
    NUMBER("a whole number") {
        @Override
        Optional<String> read(String text) {
            return text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text).toString()) : Optional.empty();
        }

        @Override
        int compare(String one, String other) {
            return Comparator.<Long>naturalOrder().compare(Long.valueOf(one), Long.valueOf(other));
        }
    },
    /** A UUID; in the order of their digits. */
    ID("a UUID of 36 characters") {
        @Override
        Optional<String> read(String text) {
            return UuidText.read(text).map(UUID::toString);
        }

        @Override
        int compare(String one, String other) {
            return one.compareTo(other);
        }
    };

    private static final LocalDate BEGINNING = LocalDate.EPOCH;
    private static final LocalDate END = BEGINNING.plusYears(10_000);

    private final String form;

    ParameterType(String form) {
        this.form = form;
    }

    /**
     * The period that a text says. Empty for a text that is none, for one with a negative part (a month less thirty days leads
     * forward in March), and for one beyond ten thousand years.
     */
    public static Optional<Period> period(String text) {
        try {
            Period period = Period.parse(text);
            return period.isNegative() || BEGINNING.plus(period).isAfter(END) ? Optional.empty() : Optional.of(period);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** In the words of a refusal. */
    String form() {
        return form;
    }

    /** The value as jobs get it; empty for a text that is no such value. */
    abstract Optional<String> read(String text);

    /** Compares, as comparators do, values that {@link #read} gave. */
    abstract int compare(String one, String other);
}
