package org.computility.shared.rest.family;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.shared.Member;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/** T/BAX 0006.5 table A.8, as it comes in and as answers repeat it; {@code ApiOrder} is table A.9. */
public record ApiPageRequest(
        @JsonbProperty("PageNumber") Integer pageNumber,
        @JsonbProperty("PageSize") Integer pageSize,
        @JsonbProperty("OrderList") List<ApiOrder> orderList) {

    private static final Member PROPERTY = new Member("pageRequest.orderList.property");
    private static final Member DIRECTION = new Member("pageRequest.orderList.direction");

    /** One sort key; {@code Direction} is {@code asc} (the default) or {@code desc}. Without {@code Property} it sorts nothing. */
    public record ApiOrder(
            @JsonbProperty("Property") String property,
            @JsonbProperty("Direction") String direction) {}

    /**
     * The page meant: an absent member takes the standard's default, page 1 of 10.
     *
     * @param sortable the neutral names of what sorts the list
     * @throws Rejected {@code order-property-unknown}, {@code order-direction-unknown}
     */
    public static PageRequest read(ApiPageRequest given, Set<String> sortable) {
        return read(given, sortable.stream().collect(Collectors.toMap(ApiPageRequest::spelt, Function.identity())));
    }

    /**
     * The same for a list that can be sorted by other words than the names of its members, too.
     *
     * @param sortable by each word of the table, what the room sorts by
     */
    public static PageRequest read(ApiPageRequest given, Map<String, String> sortable) {
        if (given == null) {
            return PageRequest.FIRST;
        }
        PageRequest page = page(given.pageNumber, given.pageSize);
        List<ApiOrder> orders = given.orderList == null ? List.of() : given.orderList;
        return new PageRequest(
                page.number(),
                page.size(),
                orders.stream()
                        .filter(order -> order.property != null && !order.property.isEmpty())
                        .map(order -> read(order, sortable))
                        .toList());
    }

    /**
     * The page of that number and size, where a table has these two beside its other members; null takes the default.
     */
    public static PageRequest page(Integer number, Integer size) {
        return new PageRequest(
                number == null ? PageRequest.FIRST.number() : number,
                size == null ? PageRequest.FIRST.size() : size,
                List.of());
    }

    /** How an answer repeats the page. */
    public static ApiPageRequest of(PageRequest page) {
        List<ApiOrder> orders = page.orders().stream()
                .map(order -> new ApiOrder(spelt(order.property()), order.descending() ? "desc" : "asc"))
                .toList();
        return new ApiPageRequest(page.number(), page.size(), orders.isEmpty() ? null : orders);
    }

    private static PageRequest.Order read(ApiOrder order, Map<String, String> sortable) {
        String property = sortable.get(order.property);
        if (property == null) {
            throw new Rejected(
                    "order-property-unknown", PROPERTY, "Property is one of " + new TreeSet<>(sortable.keySet()) + ".");
        }
        boolean descending = "desc".equalsIgnoreCase(order.direction);
        if (order.direction != null && !descending && !"asc".equalsIgnoreCase(order.direction)) {
            throw new Rejected("order-direction-unknown", DIRECTION, "Direction is asc or desc.");
        }
        return new PageRequest.Order(property, descending);
    }

    private static String spelt(String name) {
        return Family.ACSMP.spelt(name);
    }
}
