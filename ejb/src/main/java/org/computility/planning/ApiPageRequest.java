package org.computility.planning;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import org.computility.shared.PageRequest;

/** T/BAX 0006.5's ApiPageRequest, as it comes in and as it is echoed. */
public record ApiPageRequest(
        @JsonbProperty("PageNumber") Integer number,
        @JsonbProperty("PageSize") Integer size,
        @JsonbProperty("OrderList") List<ApiOrder> orders) {

    /** One sort key. */
    public record ApiOrder(
            @JsonbProperty("Property") String property,
            @JsonbProperty("Direction") String direction) {}

    /** What an absent one means: page 1 of 10. */
    static ApiPageRequest orFirst(ApiPageRequest given) {
        if (given == null) {
            return new ApiPageRequest(1, 10, null);
        }
        return new ApiPageRequest(
                given.number == null ? 1 : given.number, given.size == null ? 10 : given.size, given.orders);
    }

    /** Checked; refuses a page that cannot be. */
    PageRequest checked() {
        List<PageRequest.Order> sorted = orders == null
                ? List.of()
                : orders.stream()
                        .map(order ->
                                new PageRequest.Order(order.property(), "desc".equalsIgnoreCase(order.direction())))
                        .toList();
        return new PageRequest(number, size, sorted);
    }
}
