package org.computility.shared.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/** {@code page} (default 1) and {@code pageSize} (default 20, at most 1000) of {@code /platform/v1}; a {@code @BeanParam}. */
public class PageQuery {

    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST = 1000;

    @QueryParam("page")
    private String page;

    @QueryParam("pageSize")
    private String pageSize;

    /** For JAX-RS. */
    public PageQuery() {}

    PageQuery(String page, String pageSize) {
        this.page = page;
        this.pageSize = pageSize;
    }

    /** Rejected {@code page-number-invalid} or {@code page-size-invalid} for what is no number or out of bounds. */
    public PageRequest request() {
        int number = number("page", page, 1);
        int size = number("pageSize", pageSize, DEFAULT_SIZE);
        if (number < 1) {
            throw new Rejected("page-number-invalid", "page", "page counts from 1.");
        }
        if (size < 1 || size > LARGEST) {
            throw new Rejected("page-size-invalid", "pageSize", "pageSize is between 1 and " + LARGEST + ".");
        }
        return new PageRequest(number, size, List.of());
    }

    private static int number(String name, String text, int absent) {
        if (text == null || text.isEmpty()) {
            return absent;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Rejected("member-type", name, name + " is a number.");
        }
    }
}
