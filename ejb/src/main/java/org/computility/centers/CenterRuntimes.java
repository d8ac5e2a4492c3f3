package org.computility.centers;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import org.computility.centers.registration.CenterAddress;
import org.computility.centers.registration.CenterLocations;
import org.computility.centers.registration.RegisteredCenters;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobConnectionFactory;
import org.computility.connector.jobs.ServiceEndpoint;
import org.computility.shared.Rejected;

/**
 * The one way to a center's runtime. No transaction is open while a center is asked, so a slow center holds no lock and no
 * database connection.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CenterRuntimes {

    @Resource(lookup = "java:app/eis/jobs")
    JobConnectionFactory factory;

    @EJB
    RegisteredCenters registered;

    @Inject
    CenterLocations locations;

    /**
     * A connection to that center, to be closed by the caller. The center is not asked before the first call.
     *
     * @throws RuntimeFailure UNREACHABLE for a center that is not registered and where the pool is exhausted, REFUSED where
     *     the center's address may not be called
     */
    public JobConnection open(String centerId) throws RuntimeFailure {
        CenterAddress address = registered
                .address(centerId)
                .orElseThrow(() ->
                        new RuntimeFailure(Reason.UNREACHABLE, "No center is registered as " + centerId + ".", null));
        return open(address);
    }

    /** The same where the address is known already. */
    public JobConnection open(CenterAddress address) throws RuntimeFailure {
        try {
            return factory.getConnection(locations.open(address));
        } catch (RuntimeFailure e) {
            throw e;
        } catch (Rejected e) {
            throw new RuntimeFailure(Reason.REFUSED, e.getMessage(), e);
        } catch (ResourceException e) {
            throw new RuntimeFailure(Reason.UNREACHABLE, "No connection to the center: " + e.getMessage(), e);
        }
    }

    /** Whether a service may be called where that center says it is. */
    public boolean admits(String centerId, ServiceEndpoint endpoint) {
        return registered
                .address(centerId)
                .filter(address -> locations.admits(address, endpoint))
                .isPresent();
    }
}
