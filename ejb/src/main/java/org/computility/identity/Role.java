package org.computility.identity;

import java.util.Set;

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
    PLATFORM;

    /** Who reads what an organisation has: everybody but its devices. */
    public static final Set<Role> READERS = Set.of(ADMINISTRATOR, OPERATOR, AUDITOR, PROVIDER, CONSUMER, PLATFORM);
    /** Who watches what runs: people of the house. */
    public static final Set<Role> WATCHERS = Set.of(ADMINISTRATOR, OPERATOR, AUDITOR);
    /** Who starts and stops what runs. */
    public static final Set<Role> OPERATORS = Set.of(ADMINISTRATOR, OPERATOR);
    /** Who buys in the market. */
    public static final Set<Role> BUYERS = Set.of(ADMINISTRATOR, OPERATOR, CONSUMER);
    /** Who reports computing centers and their figures: people of the house, whoever provides, and platforms below. */
    public static final Set<Role> REPORTERS = Set.of(ADMINISTRATOR, OPERATOR, PROVIDER, PLATFORM);
    /** Who brings and clears algorithms, and sells data, models and applications. */
    public static final Set<Role> PUBLISHERS = Set.of(ADMINISTRATOR, OPERATOR, PROVIDER);
}
