package org.computility.trading.subscription.billing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** How people write what is counted and paid for: our words, or those that tables A.57 and A.72 print. */
public final class BillingWords {

    private static final Map<String, BillingType> TYPES = Map.of(
            "FIXED_TERM", BillingType.FIXED_TERM,
            "固定租期", BillingType.FIXED_TERM,
            "METERED", BillingType.METERED,
            "计量", BillingType.METERED);
    private static final Map<String, UsageUnit> UNITS = Map.of(
            "CALL", UsageUnit.CALL,
            "调用次数", UsageUnit.CALL,
            "使用次数", UsageUnit.CALL,
            "TOKEN", UsageUnit.TOKEN,
            "TOKEN数", UsageUnit.TOKEN,
            "DAY", UsageUnit.DAY,
            "天", UsageUnit.DAY);

    private BillingWords() {}

    /** The type of that name, in whatever case; else Rejected {@code member-invalid}. */
    static BillingType type(Member member, String text) {
        return Optional.ofNullable(TYPES.get(word(text)))
                .orElseThrow(
                        () -> new Rejected("member-invalid", member, "{member} is FIXED_TERM (固定租期) or METERED (计量)."));
    }

    /** The unit of that name, in whatever case. */
    public static Optional<UsageUnit> unit(String text) {
        return Optional.ofNullable(UNITS.get(word(text)));
    }

    private static String word(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
