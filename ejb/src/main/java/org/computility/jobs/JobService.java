package org.computility.jobs;

/**
 * What a job serves.
 *
 * @param port at which its program listens on its own loopback address
 * @param healthPath what is asked there to find out whether it serves
 */
public record JobService(int port, String healthPath) {}
