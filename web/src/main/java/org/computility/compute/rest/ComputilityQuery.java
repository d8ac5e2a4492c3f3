package org.computility.compute.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.computility.shared.Rejected;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.ApiPageRequest;
import org.computility.shared.rest.family.ApiPageRequest.ApiOrder;

/**
 * The members of table G.1 as a query string may carry them, for clients whose GET cannot have a body; a
 * {@code @BeanParam}.
 */
public class ComputilityQuery {

    @QueryParam("ComputilityCode")
    private String computilityCode;

    @QueryParam("Type")
    private String type;

    @QueryParam("PageNumber")
    private String pageNumber;

    @QueryParam("PageSize")
    private String pageSize;

    /** For JAX-RS. */
    public ComputilityQuery() {}

    ComputilityQuery(String computilityCode, String type, String pageNumber, String pageSize) {
        this.computilityCode = computilityCode;
        this.type = type;
        this.pageNumber = pageNumber;
        this.pageSize = pageSize;
    }

    /** The request that query and body make together; Rejected {@code member-invalid} where the two disagree. */
    ComputilityListRequest with(ComputilityListRequest body) {
        ApiPageRequest page = body.pageRequest();
        Integer bodyNumber = page == null ? null : page.pageNumber();
        Integer bodySize = page == null ? null : page.pageSize();
        List<ApiOrder> orders = page == null ? null : page.orderList();
        return new ComputilityListRequest(
                one("ComputilityCode", Parameters.text(computilityCode), body.computilityCode()),
                one("Type", Parameters.text(type), body.type()),
                new ApiPageRequest(
                        one("PageNumber", Parameters.number(pageNumber), bodyNumber),
                        one("PageSize", Parameters.number(pageSize), bodySize),
                        orders));
    }

    private static <T> T one(String name, T inQuery, T inBody) {
        if (inQuery != null && inBody != null && !Objects.equals(inQuery, inBody)) {
            throw new Rejected(
                    "member-invalid", name, name + " is " + inQuery + " in the query and " + inBody + " in the body.");
        }
        return inQuery == null ? inBody : inQuery;
    }
}
