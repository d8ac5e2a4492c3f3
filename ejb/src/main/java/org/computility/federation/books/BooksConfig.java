package org.computility.federation.books;

import java.time.ZoneId;
import java.util.Optional;
import org.computility.operations.declared.DailyTime;
import org.computility.shared.Settings;
import org.computility.shared.StandardTime;

/**
 * Settings of this part of the room.
 *
 * @param compare {@code COMPUTILITY_BOOKS_COMPARE}, {@code 04:45} in the platform's zone by default, or {@code off}: when books are
 *     compared with those of the platform above; the push behind it sends what is missing
 */
record BooksConfig(Optional<DailyTime> compare) {

    private static final String COMPARE = "computility.books.compare";

    static BooksConfig current() {
        return from(Settings.ofServer(), StandardTime.zone());
    }

    static BooksConfig from(Settings settings, ZoneId zone) {
        return new BooksConfig(
                DailyTime.read(COMPARE, settings.find(COMPARE).orElse("04:45").strip(), zone));
    }
}
