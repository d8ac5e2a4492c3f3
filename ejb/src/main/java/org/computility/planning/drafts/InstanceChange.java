package org.computility.planning.drafts;

import org.computility.planning.documents.TaskDocument;

/**
 * What of an instance shall be different (T/BAX 0006.5 C.9). Asked while the instance is locked, so that two changes at
 * the same time are both kept.
 */
@FunctionalInterface
public interface InstanceChange {

    /** What the instance shall do from now on: what it does at present, with the change laid over. */
    InstanceSpec over(TaskDocument present);
}
