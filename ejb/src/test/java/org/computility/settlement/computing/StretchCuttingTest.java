package org.computility.settlement.computing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.UsageUnit;
import org.computility.settlement.rating.BillPeriods;
import org.junit.jupiter.api.Test;

class StretchCuttingTest {

    private static final BillPeriods PERIODS = new BillPeriods(ZoneId.of("Asia/Shanghai"), Duration.ofDays(1));

    @Test
    void oneStretchWhileNothingChanges() {
        PriceView price = price("1", "2026-01-01T00:00:00Z", null);

        List<Stretch> stretches = cutting(price).cut(Instant.parse("2026-11-10T00:00:00.5Z"), 60, 120);

        assertThat(stretches)
                .containsExactly(new Stretch(60, 60, Instant.parse("2026-11-10T00:01:00.5Z"), "2026-11", price));
    }

    @Test
    void aSecondCostsWhatWasValidWhenItBegan() {
        PriceView old = price("1", "2026-01-01T00:00:00Z", "2026-11-10T00:00:10.2Z");
        PriceView next = price("2", "2026-11-10T00:00:10.2Z", null);

        List<Stretch> stretches = cutting(old, next).cut(Instant.parse("2026-11-10T00:00:00.5Z"), 0, 60);

        assertThat(stretches).extracting(Stretch::price).containsExactly(old, next);
        // The second that began at 9.5 s, before the change, is the tenth and costs the old price.
        assertThat(stretches).extracting(Stretch::seconds).containsExactly(10L, 50L);
    }

    @Test
    void whatRanBeforeTheFirstPriceHasNone() {
        PriceView first = price("1", "2026-11-10T00:00:30Z", null);

        List<Stretch> stretches = cutting(first).cut(Instant.parse("2026-11-10T00:00:00Z"), 0, 60);

        assertThat(stretches).extracting(Stretch::price).containsExactly(null, first);
        assertThat(stretches).extracting(Stretch::seconds).containsExactly(30L, 30L);
    }

    @Test
    void aMonthEndsInThePlatformsZone() {
        PriceView price = price("1", "2026-01-01T00:00:00Z", null);

        List<Stretch> stretches = cutting(price).cut(Instant.parse("2026-11-30T15:59:00Z"), 0, 120);

        assertThat(stretches).extracting(Stretch::month).containsExactly("2026-11", "2026-12");
        assertThat(stretches).extracting(Stretch::seconds).containsExactly(60L, 60L);
    }

    @Test
    void howeverOftenItIsCutThePiecesAreTheSame() {
        Random random = new Random(7);
        PriceView old = price("1", "2026-11-29T00:00:00Z", "2026-11-30T10:00:00.7Z");
        PriceView next = price("2", "2026-11-30T10:00:00.7Z", null);
        Instant start = Instant.parse("2026-11-28T22:13:07.123Z");
        long end = Duration.ofDays(5).toSeconds();
        StretchCutting cutting = cutting(old, next);

        long done = 0;
        long[] byPrice = new long[3];
        while (done < end) {
            long next2 = Math.min(end, done + 1 + random.nextInt(20_000));
            for (Stretch stretch : cutting.cut(start, done, next2)) {
                assertThat(stretch.first()).isEqualTo(done);
                assertThat(stretch.at()).isEqualTo(start.plusSeconds(done));
                byPrice[stretch.price() == null ? 0 : stretch.price() == old ? 1 : 2] += stretch.seconds();
                done = stretch.end();
            }
        }

        assertThat(byPrice).containsExactly(sums(cutting.cut(start, 0, end), old));
    }

    private static long[] sums(List<Stretch> stretches, PriceView old) {
        long[] sums = new long[3];
        stretches.forEach(
                stretch -> sums[stretch.price() == null ? 0 : stretch.price() == old ? 1 : 2] += stretch.seconds());
        return sums;
    }

    private static StretchCutting cutting(PriceView... prices) {
        return new StretchCutting(List.of(prices), PERIODS);
    }

    private static PriceView price(String unit, String from, String to) {
        Tariff tariff = Tariff.flat(BillingType.METERED, UsageUnit.SECOND, new BigDecimal(unit));
        return new PriceView(
                UUID.randomUUID(), "CNY", tariff, Instant.parse(from), to == null ? null : Instant.parse(to));
    }
}
