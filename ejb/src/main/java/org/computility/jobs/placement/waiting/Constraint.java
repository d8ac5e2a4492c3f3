package org.computility.jobs.placement.waiting;

/** What keeps a job from a center: the first of these that holds there, from the top. */
public enum Constraint {
    /** The job asked for other centers. */
    NOT_NAMED,
    NOT_CONNECTED,
    /** Its nodes have another architecture than the job's spec. */
    ARCHITECTURE,
    /** The job reads data sets, and no job does there. */
    NO_DATA_SETS,
    /** The job serves, and no job does there. */
    NO_SERVICES,
    /** It has been silent, and the task goes on elsewhere. */
    SILENT,
    /** It has a replica of the service; other named centers have none yet. */
    HAS_REPLICA,
    /** Its image starts at other centers only. */
    IMAGE_ELSEWHERE,
    /** It refused or lost the job a while ago, and another center could take it. */
    AVOIDED,
    /** Too few nodes could hold a task of it even if nothing else ran there. */
    NEVER_FITS,
    /** Its organisation is above its quota with it, and jobs within their quotas wait for this center. */
    QUOTA,
    /** Too few nodes had room when the round began. */
    SHORT,
    /** There was room, and jobs before it in the queue were given it in this round. */
    BEHIND,
    /** There is room, and it would delay the job that the room is reserved for. */
    RESERVED,
    /** This center could take its part, and another center that it named cannot. */
    OTHER_CENTER,
    /** Nothing: the job is placed here. */
    NONE
}
