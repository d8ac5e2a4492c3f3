package org.computility.compute;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.AcceleratorConnectionFactory;
import org.computility.connector.accelerator.Door;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.computility.shared.Unavailable;

/**
 * The one way to call a node. No transaction is open while the node is asked, so a slow node holds no lock and no
 * database connection.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Accelerators {

    @Resource(lookup = "java:app/eis/accelerators")
    private AcceleratorConnectionFactory factory;

    @Inject
    private NodeAddresses addresses;

    /** What is asked of a node over one connection; it may hold several exchanges. */
    @FunctionalInterface
    public interface Call<T> {
        T on(AcceleratorConnection connection) throws ResourceException;
    }

    /**
     * Asks a node.
     *
     * @throws NotFound {@code compute-unknown}
     * @throws Unavailable {@code node-unreachable}, {@code node-timed-out}, {@code node-answer-garbled}
     * @throws Conflict {@code node-refused} with the node's own words, {@code node-credential-refused}
     */
    public <T> T call(String computeCode, Call<T> call) {
        return call(addresses.of(computeCode), call);
    }

    /** The same where the address is known already. */
    public <T> T call(NodeAddress node, Call<T> call) {
        return call(addresses.open(node), call);
    }

    /** How a node's address takes a caller just now. */
    public Door knock(NodeAddress node) {
        return factory.knock(addresses.open(node));
    }

    private <T> T call(RuntimeAddress address, Call<T> call) {
        try (AcceleratorConnection connection = factory.getConnection(address)) {
            return call.on(connection);
        } catch (RuntimeFailure e) {
            throw failure(address.computeCode(), e);
        } catch (ResourceException e) {
            throw new Unavailable(
                    "node-unreachable", "No connection to " + address.computeCode() + ": " + e.getMessage());
        }
    }

    static BusinessFailure failure(String computeCode, RuntimeFailure e) {
        return switch (e.reason()) {
            case UNREACHABLE ->
                new Unavailable("node-unreachable", "Compute " + computeCode + " does not answer: " + e.getMessage());
            case TIMED_OUT ->
                new Unavailable(
                        "node-timed-out", "Compute " + computeCode + " did not answer in time: " + e.getMessage());
            case GARBLED ->
                new Unavailable(
                        "node-answer-garbled", "Compute " + computeCode + " answered nonsense: " + e.getMessage());
            case NOT_ACCEPTED ->
                new Conflict(
                        "node-credential-refused",
                        "Compute " + computeCode + " does not accept the credential it registered with.");
            case REFUSED -> new Conflict("node-refused", "Compute " + computeCode + " refused: " + e.getMessage());
        };
    }
}
