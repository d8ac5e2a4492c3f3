package org.computility.jobs.shares;

/**
 * A share to be set.
 *
 * @param weight null: 1
 * @param quota null, or without a part: none
 */
public record NewShare(Integer weight, Quota quota) {}
