package org.computility.planning.quotas;

import java.util.UUID;

/**
 * A number that decides how many streams of a capability may start.
 *
 * @param kind {@link #OFFLINE}, {@link #ONLINE} or {@link #USED}
 * @param computeCode of OFFLINE: the device whose licence files these are, null for files without one; of USED: the node
 * @param streams null: the authorization server has not told it yet
 * @param trouble why it has not; null where it has, and of OFFLINE and USED
 */
record QuotaFigure(
        UUID organisationId, String algoDefCode, String kind, String computeCode, Long streams, String trouble) {

    /** What licence files allow. */
    static final String OFFLINE = "OFFLINE";
    /** What the authorization server allows. */
    static final String ONLINE = "ONLINE";
    /** What runs, is being started, or may still run. */
    static final String USED = "USED";

    boolean is(String other) {
        return kind.equals(other);
    }
}
