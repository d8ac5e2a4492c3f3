package org.computility.jobs.placement;

/** Why a center can run no task of a job, whatever is free there and however it is connected. */
public enum Unfit {
    /** The job names others. */
    NOT_NAMED,
    /** Its nodes have another architecture than the job's spec. */
    ARCHITECTURE,
    /** The job reads data sets, and no job does there. */
    NO_DATA_SETS,
    /** The job serves, and no job does there. */
    NO_SERVICES,
    /** It has been silent, and the task goes on elsewhere. */
    SILENT,
    /** It has a replica of the service; other named centers have none yet. */
    HAS_REPLICA
}
