package org.computility.datasets.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.computility.shared.PageRequest;
import org.computility.shared.rest.Parameters;

/** T/AI 123.8 table A.24; a {@code @BeanParam}. The API description has the bounds. */
public class DatasetQuery {

    private static final int DEFAULT_SIZE = 50;
    private static final String DEFAULT_SORT = "datasetName";
    private static final String ASCENDING = "asc";

    @QueryParam("page")
    private String page;

    @QueryParam("pageSize")
    private String pageSize;

    @QueryParam("sort")
    private String sort;

    @QueryParam("order")
    private String order;

    @QueryParam("query")
    private String query;

    /** Null: all. */
    String text() {
        return Parameters.text(query);
    }

    PageRequest request() {
        String property = Objects.requireNonNullElse(Parameters.text(sort), DEFAULT_SORT);
        return new PageRequest(
                Objects.requireNonNullElse(Parameters.number(page), 1),
                Objects.requireNonNullElse(Parameters.number(pageSize), DEFAULT_SIZE),
                List.of(new PageRequest.Order(property, !ASCENDING.equalsIgnoreCase(order))));
    }
}
