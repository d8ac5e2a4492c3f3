package org.computility.shared.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.computility.shared.PageRequest;

/**
 * {@code page} (default 1) and {@code pageSize} (default 20) of {@code /platform/v1}; a {@code @BeanParam}. The API description
 * has their bounds.
 */
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

    /** The page meant. */
    public PageRequest request() {
        Integer number = Parameters.number(page);
        Integer size = Parameters.number(pageSize);
        return new PageRequest(number == null ? 1 : number, size == null ? DEFAULT_SIZE : size, List.of());
    }
}
