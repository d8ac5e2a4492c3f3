package org.computility.serving.scaling.choice;

/** Why a rule does something, or does not. */
public enum Reason {
    /** More is asked for than the room bears at the target. */
    LOAD_HIGH,
    /** There are fewer replicas than the rule's least. */
    BELOW_MINIMUM,
    /** A replica less would bear what is asked for. */
    LOAD_LOW,
    /** There are more replicas than the rule's most. */
    ABOVE_MAXIMUM,
    /** A service that a rule loaded has failed: it goes, and another may come. */
    BROKEN,
    /** Nothing is to be done. */
    STEADY,
    /** Something is to be done, but something was done a moment ago. */
    COOL_DOWN,
    /** More is asked for than the room bears, but there are as many replicas as the rule allows. */
    AT_MAXIMUM,
    /** No node has room for a further replica, or all that have were tried in vain a moment ago. */
    NO_CAPACITY,
    /** The nearest node with room is still downloading the package. */
    DELIVERING,
    /** A replica less would do, but some are still being loaded. */
    STARTING,
    /** A replica less would do, but its streams are in use and do not fit elsewhere. */
    IN_USE,
    /** A replica less would do, but only services that people loaded are left, with one replica each. */
    NOT_OWN,
    /** Something is to go, but its node did not let go of it a moment ago: the rule goes on with the others. */
    REFUSED,
    /** No package brings the capability any more. */
    NO_PACKAGE
}
