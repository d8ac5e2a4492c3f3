package org.computility.connector.jobs.outbound;

import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;
import org.computility.connector.jobs.JobConnectionFactory;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.connector.outbound.Handle;
import org.computility.connector.outbound.Place;
import org.computility.connector.outbound.Places;
import org.computility.connector.outbound.RuntimeMetaData;

/** Makes the pooled connections to job runtimes. The pool's size bounds how many calls run at once on one server. */
@ConnectionDefinition(
        connectionFactory = JobConnectionFactory.class,
        connectionFactoryImpl = JobConnections.class,
        connection = JobConnection.class,
        connectionImpl = JobHandle.class)
public class JobManagedConnectionFactory extends Places<JobRuntimeAddress> {

    private static final long serialVersionUID = 1L;

    @Override
    public Object createConnectionFactory(ConnectionManager pool) {
        return new JobConnections(this, pool);
    }

    @Override
    protected Handle<?> open(Place place, JobRuntimeAddress address) throws RuntimeFailure {
        return new JobHandle(place, RuntimeKind.client(address));
    }

    @Override
    protected RuntimeMetaData describe(JobRuntimeAddress address) {
        return new RuntimeMetaData(
                "Job runtime", String.valueOf(address.location().getScheme()), address.username());
    }

    // There is nothing to set, so all factories are the same.
    @Override
    public boolean equals(Object other) {
        return other instanceof JobManagedConnectionFactory;
    }

    @Override
    public int hashCode() {
        return JobManagedConnectionFactory.class.hashCode();
    }
}
