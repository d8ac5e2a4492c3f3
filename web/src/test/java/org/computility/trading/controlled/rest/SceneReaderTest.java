package org.computility.trading.controlled.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.math.BigInteger;
import java.util.List;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;

class SceneReaderTest {

    /** Its last 64 bits are 5. */
    private static final BigInteger WRAPS = BigInteger.ONE.shiftLeft(64).add(BigInteger.valueOf(5));

    @Test
    void countsThatNoNumberOfUsesReachesAreRefused() {
        assertThat(counted(BigInteger.valueOf(5))).isEqualTo(5);
        for (BigInteger counts : List.of(WRAPS, WRAPS.negate(), BigInteger.ZERO, BigInteger.TWO.pow(31))) {
            assertThatThrownBy(() -> counted(counts))
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("member-invalid"));
        }
    }

    private static Integer counted(BigInteger counts) {
        return new SceneReader()
                .scenes(List.of(Json.createObjectBuilder()
                        .add("useSence", "training")
                        .add("counts", counts)
                        .build()))
                .get(0)
                .counts();
    }
}
