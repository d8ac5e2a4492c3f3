package org.computility.identity.rest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.computility.identity.Role;
import org.computility.identity.accounts.AccountAdministration;
import org.computility.identity.accounts.AccountChange;
import org.computility.identity.accounts.AccountQuery;
import org.computility.identity.accounts.AccountView;
import org.computility.identity.accounts.NewAccount;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.Listing;
import org.computility.shared.rest.PageQuery;
import org.computility.shared.rest.Parameters;
import org.computility.shared.rest.contract.Shape;
import org.computility.shared.rest.family.Family;
import org.computility.shared.rest.family.InFamily;

/** Accounts. */
@RequestScoped
@InFamily(Family.PLATFORM)
@Path("platform/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @EJB
    private AccountAdministration accounts;

    @POST
    @Audited("account {answer.username}")
    @Shape("NewAccount")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(NewAccount request) {
        return Response.status(Response.Status.CREATED)
                .entity(accounts.open(request))
                .build();
    }

    @PATCH
    @Audited("account {answer.username}")
    @Path("{id}")
    @Shape("AccountChange")
    @Consumes(MediaType.APPLICATION_JSON)
    public AccountView change(@PathParam("id") String id, AccountChange change) {
        return accounts.change(Parameters.uuid("id", id), change);
    }

    @GET
    public Listing<AccountView> list(
            @QueryParam("username") String username,
            @QueryParam("organisationId") String organisationId,
            @QueryParam("role") String role,
            @QueryParam("enabled") String enabled,
            @BeanParam PageQuery page) {
        AccountQuery query = new AccountQuery(
                Parameters.text(username),
                Parameters.uuid("organisationId", organisationId),
                Parameters.oneOf(Role.class, role),
                Parameters.flag(enabled));
        return Listing.of(accounts.list(query, page.request()));
    }

    @GET
    @Path("me")
    public AccountView own() {
        return accounts.own();
    }

    @GET
    @Path("{id}")
    public AccountView get(@PathParam("id") String id) {
        return accounts.get(Parameters.uuid("id", id));
    }
}
