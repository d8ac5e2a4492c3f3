package org.computility.jobs.running;

import org.computility.connector.RuntimeFailure;
import org.computility.connector.jobs.JobConnection;

/** Opens conversations with centers. */
@FunctionalInterface
interface RuntimeDoor {

    JobConnection open(String centerId) throws RuntimeFailure;
}
