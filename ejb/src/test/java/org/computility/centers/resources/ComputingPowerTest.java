package org.computility.centers.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.centers.resources.Capacities.GIB;
import static org.computility.centers.resources.Capacities.capacity;
import static org.computility.centers.resources.Capacities.node;
import static org.computility.centers.resources.Capacities.npus;

import java.math.BigDecimal;
import org.computility.connector.jobs.Accelerators;
import org.junit.jupiter.api.Test;

class ComputingPowerTest {

    @Test
    void isTheSumOverAllAccelerators() {
        assertThat(ComputingPower.of(capacity(
                        node(8, 8, 16, GIB, npus(8), 0),
                        node(8, 8, 16, GIB, new Accelerators("GPU", "nvidia/gpu/v100", 2, 0), 0),
                        node(8, 8, 16, GIB, null, 0))))
                .contains(new BigDecimal("2298e12").toBigIntegerExact());
    }

    @Test
    void isNotKnownWhereAProductIsNot() {
        assertThat(ComputingPower.of(capacity(
                        node(8, 8, 16, GIB, npus(8), 0), node(8, 8, 16, GIB, new Accelerators("GPU", "", 2, 0), 0))))
                .isEmpty();
        assertThat(ComputingPower.of(capacity(node(8, 8, 16, GIB, null, 0)))).isEmpty();
    }
}
