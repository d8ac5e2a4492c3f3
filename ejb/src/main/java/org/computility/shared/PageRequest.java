package org.computility.shared;

import java.util.List;

/**
 * Which part of a list, in which order.
 *
 * @param number from 1
 * @param size from 1 to 1000
 * @param orders empty: the list's own order
 */
public record PageRequest(int number, int size, List<Order> orders) {

    /** T/BAX 0006.5's default: page 1 of 10. */
    public static final PageRequest FIRST = new PageRequest(1, 10, List.of());

    private static final int LARGEST = 1000;
    private static final Member PAGE = new Member("page");
    private static final Member PAGE_SIZE = new Member("pageSize");

    /** One sort key, by the neutral name of the member. */
    public record Order(String property, boolean descending) {}

    public PageRequest {
        if (number < 1) {
            throw new Rejected("page-number-invalid", PAGE, "{member} counts from 1.");
        }
        if (size < 1 || size > LARGEST) {
            throw new Rejected("page-size-invalid", PAGE_SIZE, "{member} is between 1 and " + LARGEST + ".");
        }
        orders = List.copyOf(orders);
    }

    public long offset() {
        return (long) (number - 1) * size;
    }
}
