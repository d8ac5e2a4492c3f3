package org.computility.algorithms.delivery;

import jakarta.persistence.AttributeConverter;

/** The state of a delivery by its number. */
class DeliveryStateColumn implements AttributeConverter<DeliveryState, Short> {

    @Override
    public Short convertToDatabaseColumn(DeliveryState state) {
        return state == null ? null : state.number();
    }

    @Override
    public DeliveryState convertToEntityAttribute(Short number) {
        return number == null ? null : DeliveryState.of(number);
    }
}
