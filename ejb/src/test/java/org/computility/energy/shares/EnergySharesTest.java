package org.computility.energy.shares;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnergySharesTest {

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    /** Whatever runs: the shares and the rest are the amount, to the watt-hour, and each is its part within one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void allSharesAndTheRestAreTheAmount(long seed) {
        Random random = new Random(seed);
        TreeMap<UUID, Long> weights = new TreeMap<>();
        for (int i = random.nextInt(60); i > 0; i--) {
            weights.put(
                    new UUID(random.nextLong(), random.nextLong()),
                    random.nextInt(5) == 0 ? 0 : (random.nextLong() >>> 1) % 3_600_000_000_000L);
        }
        long had = weights.values().stream().mapToLong(Long::longValue).sum();
        long capacity = random.nextInt(4) == 0 ? had / 2 : had + (random.nextLong() >>> 1) % 100_000_000_000_000L;
        long amount = random.nextInt(5) == 0 ? 0 : (random.nextLong() >>> 1) % 1_000_000_000_000L;

        EnergyShares shares = EnergyShares.of(amount, capacity, weights);

        assertThat(shares.jobs().values().stream().mapToLong(Long::longValue).sum() + shares.idle())
                .isEqualTo(amount);
        assertThat(shares.idle()).isNotNegative();
        assertThat(shares.jobs().keySet()).containsExactlyElementsOf(weights.keySet());
        long whole = Math.max(capacity, had);
        shares.jobs()
                .forEach((job, share) -> assertThat(share)
                        .isNotNegative()
                        .isBetween(
                                part(amount, weights.get(job), whole) - 1, part(amount, weights.get(job), whole) + 1));
    }

    @Test
    void nothingHadAndNothingThereIsIdle() {
        assertThat(EnergyShares.of(7, 0, new TreeMap<>()).idle()).isEqualTo(7);
    }

    @Test
    void anAcceleratorWeighsFiftyCores() {
        assertThat(Weight.of(3, 2)).isEqualTo(103);
    }

    private static long part(long amount, long weight, long whole) {
        return whole == 0
                ? 0
                : BigInteger.valueOf(amount)
                        .multiply(BigInteger.valueOf(weight))
                        .divide(BigInteger.valueOf(whole))
                        .longValueExact();
    }
}
