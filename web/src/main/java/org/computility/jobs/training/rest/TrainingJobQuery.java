package org.computility.jobs.training.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobSearch;
import org.computility.jobs.JobStatus;
import org.computility.shared.PageRequest;
import org.computility.shared.StandardTime;
import org.computility.shared.rest.Parameters;

/** T/AI 123.8 table A.36; a {@code @BeanParam}. The API description has the bounds. */
public class TrainingJobQuery {

    private static final int DEFAULT_SIZE = 50;
    private static final String DEFAULT_SORT = "id";
    private static final String ASCENDING = "asc";

    @QueryParam("page")
    private String page;

    @QueryParam("pageSize")
    private String pageSize;

    @QueryParam("sort")
    private String sort;

    @QueryParam("order")
    private String order;

    @QueryParam("centerId")
    private String centerId;

    @QueryParam("processor")
    private String processor;

    @QueryParam("status")
    private String status;

    @QueryParam("createAfter")
    private String createAfter;

    @QueryParam("createBefore")
    private String createBefore;

    JobSearch search() {
        return new JobSearch(
                JobKind.TRAINING,
                null,
                Parameters.oneOf(JobStatus.class, status),
                Parameters.text(centerId),
                Parameters.text(processor),
                StandardTime.parse("createAfter", createAfter),
                StandardTime.parseEnd("createBefore", createBefore));
    }

    PageRequest request() {
        String property = Objects.requireNonNullElse(Parameters.text(sort), DEFAULT_SORT);
        return new PageRequest(
                Objects.requireNonNullElse(Parameters.number(page), 1),
                Objects.requireNonNullElse(Parameters.number(pageSize), DEFAULT_SIZE),
                List.of(new PageRequest.Order(property, !ASCENDING.equalsIgnoreCase(order))));
    }
}
