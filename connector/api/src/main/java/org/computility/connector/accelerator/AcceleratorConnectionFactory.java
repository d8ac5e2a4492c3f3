package org.computility.connector.accelerator;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;
import org.computility.connector.RuntimeAddress;

/** Opens connections to accelerator runtimes; one pool serves every registered node. */
public interface AcceleratorConnectionFactory extends Serializable, Referenceable {

    /** A pooled connection to that node. No byte is sent before its first call. */
    AcceleratorConnection getConnection(RuntimeAddress address) throws ResourceException;

    /**
     * Keeps an event stream to that node open until {@link #unwatch}; watching again with a new address replaces it.
     * Watching again with the same address says that the node shows life: a stream that is not open is tried at once.
     */
    void watch(RuntimeAddress address) throws ResourceException;

    /** Closes the event stream to that node; unknown codes are ignored. */
    void unwatch(String computeCode) throws ResourceException;

    /** Opens a connection to that node's address and closes it; no byte is sent. Takes two seconds at most. */
    Door knock(RuntimeAddress address);
}
