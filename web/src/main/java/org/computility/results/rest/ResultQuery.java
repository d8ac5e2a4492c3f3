package org.computility.results.rest;

import jakarta.ws.rs.QueryParam;
import org.computility.results.ResultSearch;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
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

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    ResultSearch search(String order, PageRequest page) {
        Integer plan = Parameters.number("planId", planId);
        return new ResultSearch(
                plan == null ? null : plan.longValue(),
                Parameters.text("instanceId", instanceId),
                Parameters.text("algoDefCode", algoDefCode),
                Parameters.text("deviceId", deviceId),
                Parameters.text("computeCode", computeCode),
                Parameters.instant("from", from),
                Parameters.instant("to", to),
                isAscending(order),
                page);
    }

    private static boolean isAscending(String order) {
        if (order == null || order.isEmpty() || order.equals("desc")) {
            return false;
        }
        if (order.equals("asc")) {
            return true;
        }
        throw new Rejected("member-invalid", "order", "order is asc or desc.");
    }
}
