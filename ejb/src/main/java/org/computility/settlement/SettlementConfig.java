package org.computility.settlement;

import java.math.BigDecimal;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param marketFee {@code COMPUTILITY_MARKET_FEE}, in per cent, 0 to 100 with at most four decimal places, default 0: what
 *     the platform keeps of the price of a purchase, and of what usage costs
 */
public record SettlementConfig(BigDecimal marketFee) {

    private static final String FEE = "computility.market.fee";
    private static final int PLACES = 4;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public SettlementConfig {
        if (marketFee.signum() < 0 || marketFee.compareTo(ALL) > 0 || marketFee.scale() > PLACES) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_MARKET_FEE is between 0 and 100 per cent, with four decimal places, not " + marketFee
                            + ".");
        }
    }

    /** The settings of this server. */
    public static SettlementConfig current() {
        return from(Settings.ofServer());
    }

    static SettlementConfig from(Settings settings) {
        String text = settings.find(FEE).orElse("0").strip();
        try {
            return new SettlementConfig(new BigDecimal(text.replaceFirst("\\s*%$", "")));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_MARKET_FEE is a number of per cent like 2.5, not " + text + ".", e);
        }
    }
}
