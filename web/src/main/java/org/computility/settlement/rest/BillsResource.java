package org.computility.settlement.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.settlement.bills.BillSummaryView;
import org.computility.settlement.bills.BillView;
import org.computility.settlement.bills.BilledEventView;
import org.computility.settlement.bills.Bills;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Bills, line by line, down to the usage that they count. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/settlement/bills")
@Produces(MediaType.APPLICATION_JSON)
public class BillsResource {

    @EJB
    private Bills bills;

    @GET
    public Listing<BillSummaryView> list(@QueryParam("order") String order, @BeanParam PageQuery page) {
        return Listing.of(bills.page(Parameters.uuid("order", order), page.request()));
    }

    @GET
    @Path("{id}")
    public BillView get(@PathParam("id") String id) {
        return bills.get(Parameters.uuid("id", id));
    }

    @GET
    @Path("{id}/events")
    public Listing<BilledEventView> events(@PathParam("id") String id, @BeanParam PageQuery page) {
        return Listing.of(bills.events(Parameters.uuid("id", id), page.request()));
    }

    @GET
    @Path("{id}/csv")
    @Produces("text/csv")
    public Response csv(@PathParam("id") String id) {
        BillView bill = bills.get(Parameters.uuid("id", id));
        return file(bill, BillCsv.of(bill), "text/csv;charset=UTF-8", ".csv");
    }

    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    public Response pdf(@PathParam("id") String id) {
        BillView bill = bills.get(Parameters.uuid("id", id));
        return file(bill, BillPdf.of(bill), "application/pdf", ".pdf");
    }

    private static Response file(BillView bill, Object content, String type, String ending) {
        String name = "bill-" + bill.bill().period() + "-" + bill.bill().id() + ending;
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
