package org.computility.results.rest;

import jakarta.ws.rs.QueryParam;
import org.computility.results.ResultSearch;
import org.computility.shared.PageRequest;
import org.computility.shared.rest.Parameters;

/** The filters of a search for results; a {@code @BeanParam}. */
public class ResultQuery {

    @QueryParam("planId")
    private String planId;

    @QueryParam("instanceId")
    private String instanceId;

    @QueryParam("algoDefCode")
    private String algoDefCode;

    @QueryParam("deviceId")
    private String deviceId;

    @QueryParam("computeCode")
    private String computeCode;

    @QueryParam("parentResult")
    private String parentResult;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    ResultSearch search(String order, PageRequest page) {
        Integer plan = Parameters.number(planId);
        return new ResultSearch(
                plan == null ? null : plan.longValue(),
                Parameters.text(instanceId),
                Parameters.text(algoDefCode),
                Parameters.text(deviceId),
                Parameters.text(computeCode),
                Parameters.uuid("parentResult", parentResult),
                Parameters.instant("from", from),
                Parameters.instant("to", to),
                "asc".equalsIgnoreCase(order),
                page);
    }
}
