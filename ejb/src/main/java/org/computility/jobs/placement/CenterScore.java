package org.computility.jobs.placement;

/**
 * How well a center suits a job; each part from 0 to 1000, the greatest is best.
 *
 * @param fit how little is left over on the nodes that the job would get
 * @param price the cheapest center's price for one of this center's
 * @param queue how much of the center's cores is free; half of that where a job has room reserved there
 * @param data how many of the job's data sets the center holds
 * @param total the parts, each times its weight
 */
public record CenterScore(String centerId, int fit, int price, int queue, int data, long total) {}
