package org.computility.algorithms.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.computility.connector.accelerator.DeliveredPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryStateTest {

    private final DeliveryStateColumn column = new DeliveryStateColumn();

    @ParameterizedTest
    @CsvSource({"1,DOWNLOADING", "2,FAILED", "3,DONE"})
    void hasTheNumberOfTheTable(int number, DeliveryState state) {
        assertThat(DeliveryState.of(number)).isEqualTo(state);
        assertThat(state.number()).isEqualTo((short) number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, -1})
    void theTableKnowsNoOtherNumber(int number) {
        assertThatThrownBy(() -> DeliveryState.of(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(DeliveryState.class)
    void isReadAsItWasWritten(DeliveryState state) {
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(state)))
                .isEqualTo(state);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(column.convertToDatabaseColumn(null)).isNull();
        assertThat(column.convertToEntityAttribute(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"-0.5,0", "0.25,0.25", "1.5,1"})
    void progressStaysBetweenNothingAndAll(double told, double share) {
        assertThat(NodeDelivery.share(new DeliveredPackage("p", 1, told, Instant.EPOCH, null)))
                .isEqualTo(share);
    }
}
