package org.computility.connector.jobs.outbound;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobConnectionFactory;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.outbound.Connections;

/** What the application looks up. */
public final class JobConnections extends Connections<JobRuntimeAddress> implements JobConnectionFactory {

    private static final long serialVersionUID = 1L;

    JobConnections(JobManagedConnectionFactory managed, ConnectionManager pool) {
        super(managed, pool);
    }

    @Override
    public JobConnection getConnection(JobRuntimeAddress address) throws ResourceException {
        return (JobConnection) allocate(address);
    }
}
