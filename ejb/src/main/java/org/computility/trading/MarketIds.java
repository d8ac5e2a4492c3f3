package org.computility.trading;

import java.util.UUID;
import java.util.function.Supplier;
import org.computility.shared.NotFound;
import org.computility.shared.UuidText;

/** The numbers that the market gives: UUIDs. A text that is no UUID names nothing. */
public final class MarketIds {

    private MarketIds() {}

    public static UUID read(String text, Supplier<NotFound> unknown) {
        return UuidText.read(text).orElseThrow(unknown);
    }
}
