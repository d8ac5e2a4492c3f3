package org.computility.identity;

/** What an account may do; an account may hold several. */
public enum Role {
    ADMINISTRATOR,
    OPERATOR,
    /** Reads everything of its organisation, changes nothing. */
    AUDITOR,
    PROVIDER,
    CONSUMER,
    /** A compute node: registers, keeps alive, delivers results. */
    DEVICE,
    /** Another platform: pulls and pushes reports. */
    PLATFORM
}
