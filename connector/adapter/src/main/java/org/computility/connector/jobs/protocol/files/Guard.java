package org.computility.connector.jobs.protocol.files;

import org.computility.connector.RuntimeFailure;

/** How a step with a folder's files is taken. */
@FunctionalInterface
public interface Guard {

    /**
     * Takes the step, and tells of its failure as the folder's.
     *
     * @throws RuntimeFailure also TIMED_OUT, where the folder may hang
     */
    <T> T take(FolderSteps.Step<T> step) throws RuntimeFailure;
}
