package org.computility.centers.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.computility.shared.PageRequest;
import org.computility.shared.rest.Parameters;

/** What all lists of T/AI 123.8 take: {@code pageSize}, {@code page}, {@code sort}, {@code order}. The API description has the bounds. */
public class ListQuery {

    private static final int DEFAULT_SIZE = 50;
    private static final String ASCENDING = "asc";

    @QueryParam("page")
    private String page;

    @QueryParam("pageSize")
    private String pageSize;

    @QueryParam("sort")
    private String sort;

    @QueryParam("order")
    private String order;

    /** The page meant, descending unless it says otherwise. */
    PageRequest request(String defaultSort) {
        String property = Objects.requireNonNullElse(Parameters.text(sort), defaultSort);
        return new PageRequest(
                Objects.requireNonNullElse(Parameters.number(page), 1),
                Objects.requireNonNullElse(Parameters.number(pageSize), DEFAULT_SIZE),
                List.of(new PageRequest.Order(property, !ASCENDING.equalsIgnoreCase(order))));
    }
}
