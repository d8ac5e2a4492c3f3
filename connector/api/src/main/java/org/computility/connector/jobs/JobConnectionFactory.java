package org.computility.connector.jobs;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import java.io.Serializable;

/** Opens connections to job runtimes; one pool serves every runtime of every kind. */
public interface JobConnectionFactory extends Serializable, Referenceable {

    /** A pooled connection to that runtime. The runtime is not asked before the first call. */
    JobConnection getConnection(JobRuntimeAddress address) throws ResourceException;
}
