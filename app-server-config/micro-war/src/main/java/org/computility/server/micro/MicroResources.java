package org.computility.server.micro;

import jakarta.ejb.Singleton;
import jakarta.resource.ConnectionFactoryDefinition;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/**
 * Defines the connection factories {@code java:app/eis/accelerators}, {@code java:app/eis/jobs} and {@code java:app/eis/meters}
 * on the adapter deployed beside this WAR.
 *
 * <p>In the EAR the adapter lies inside and has another name ({@code #computility-connector}). There the EJB jar's
 * deployment descriptor holds the definitions, so the annotations must not stand in a shared module.
 */
@Singleton
@ConnectionFactoryDefinition(
        name = "java:app/eis/accelerators",
        interfaceName = "org.computility.connector.accelerator.AcceleratorConnectionFactory",
        resourceAdapter = "computility-connector",
        transactionSupport = TransactionSupportLevel.NoTransaction,
        minPoolSize = 0,
        // How many calls to nodes run at once; a connection is no socket and costs next to nothing.
        maxPoolSize = 200)
@ConnectionFactoryDefinition(
        name = "java:app/eis/jobs",
        interfaceName = "org.computility.connector.jobs.JobConnectionFactory",
        resourceAdapter = "computility-connector",
        transactionSupport = TransactionSupportLevel.NoTransaction,
        minPoolSize = 0,
        // A center that hangs holds some of them, and leaves enough for the others.
        maxPoolSize = 200)
@ConnectionFactoryDefinition(
        name = "java:app/eis/meters",
        interfaceName = "org.computility.connector.meters.MeterConnectionFactory",
        resourceAdapter = "computility-connector",
        transactionSupport = TransactionSupportLevel.NoTransaction,
        minPoolSize = 0,
        maxPoolSize = 50)
public class MicroResources {}
