package org.computility.shared;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Set;

/** T/BAX 0006.5 table A.8, as it comes in and as answers repeat it; {@code ApiOrder} is table A.9. */
public record ApiPageRequest(
        @JsonbProperty("PageNumber") Integer pageNumber,
        @JsonbProperty("PageSize") Integer pageSize,
        @JsonbProperty("OrderList") List<ApiOrder> orderList) {

    /** One sort key; {@code Direction} is {@code asc} (the default) or {@code desc}. Without {@code Property} it sorts nothing. */
    public record ApiOrder(
            @JsonbProperty("Property") String property,
            @JsonbProperty("Direction") String direction) {}

    /** The page meant: what is absent takes the standard's default, page 1 of 10. Only the listed properties sort. */
    public static PageRequest read(ApiPageRequest given, Set<String> properties) {
        if (given == null) {
            return PageRequest.FIRST;
        }
        List<ApiOrder> orders = given.orderList == null ? List.of() : given.orderList;
        return new PageRequest(
                given.pageNumber == null ? PageRequest.FIRST.number() : given.pageNumber,
                given.pageSize == null ? PageRequest.FIRST.size() : given.pageSize,
                orders.stream()
                        .filter(order -> order.property != null && !order.property.isEmpty())
                        .map(order -> read(order, properties))
                        .toList());
    }

    /** How an answer repeats the page. */
    public static ApiPageRequest of(PageRequest page) {
        List<ApiOrder> orders = page.orders().stream()
                .map(order -> new ApiOrder(order.property(), order.descending() ? "desc" : "asc"))
                .toList();
        return new ApiPageRequest(page.number(), page.size(), orders.isEmpty() ? null : orders);
    }

    private static PageRequest.Order read(ApiOrder order, Set<String> properties) {
        if (!properties.contains(order.property)) {
            throw new Rejected(
                    "order-property-unknown",
                    "PageRequest.OrderList.Property",
                    "Property is one of " + properties + ".");
        }
        boolean descending = "desc".equalsIgnoreCase(order.direction);
        if (order.direction != null && !descending && !"asc".equalsIgnoreCase(order.direction)) {
            throw new Rejected(
                    "order-direction-unknown", "PageRequest.OrderList.Direction", "Direction is asc or desc.");
        }
        return new PageRequest.Order(order.property, descending);
    }
}
