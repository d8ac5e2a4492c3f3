package org.computility.connector;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** Opens connections to accelerator runtimes; one pool serves every registered node. */
public interface AcceleratorConnectionFactory extends Serializable, Referenceable {

    /** A pooled connection to that node. No byte is sent before its first call. */
    AcceleratorConnection getConnection(AcceleratorAddress address) throws ResourceException;

    /** Keeps an event stream to that node open until {@link #unwatch}; watching again with a new address replaces it. */
    void watch(AcceleratorAddress address) throws ResourceException;

    /** Closes the event stream to that node; unknown codes are ignored. */
    void unwatch(String computeCode) throws ResourceException;
}
