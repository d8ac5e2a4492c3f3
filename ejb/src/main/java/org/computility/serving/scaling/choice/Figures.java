package org.computility.serving.scaling.choice;

/**
 * What a decision was based on.
 *
 * @param replicas that run or are being loaded
 * @param streams that they are good for
 * @param taken streams in use
 * @param waiting instances without a place
 */
public record Figures(int replicas, int streams, int taken, int waiting) {}
