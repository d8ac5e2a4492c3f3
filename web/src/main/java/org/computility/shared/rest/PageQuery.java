package org.computility.shared.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/** {@code page} (default 1) and {@code pageSize} (default 20, at most 1000) of {@code /platform/v1}; a {@code @BeanParam}. */
public class PageQuery {

    private static final int DEFAULT_SIZE = 20;

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
        return new PageRequest(number("page", page, 1), number("pageSize", pageSize, DEFAULT_SIZE), List.of());
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
