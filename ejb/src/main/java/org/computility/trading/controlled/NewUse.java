package org.computility.trading.controlled;

/**
 * A use that is about to happen, told by who runs it. What is null is not told, and fulfils no clause.
 *
 * @param userId of an account: its ID or user name
 */
public record NewUse(
        String userId, String scene, String area, String hardware, String software, String framework, String center) {}
