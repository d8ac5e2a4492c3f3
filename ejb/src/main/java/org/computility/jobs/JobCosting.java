package org.computility.jobs;

import java.util.UUID;

/** What the room above that knows money has to say before a job is taken; it has the one bean of this kind. */
public interface JobCosting {

    /**
     * Takes note of a job, in the transaction that enters it.
     *
     * @throws org.computility.shared.BusinessFailure where it cannot be paid for: then it is not entered
     */
    void admit(UUID jobId, UUID organisationId, NewJob job);
}
