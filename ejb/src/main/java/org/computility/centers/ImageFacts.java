package org.computility.centers;

/**
 * What a job finds as its programs.
 *
 * @param centerId null: every center has it
 * @param location a root folder or a container image, as the center's kind of runtime understands it; null: the node's own
 *     programs
 * @param command what runs where the job names no command, for {@code /bin/sh -c}; null: none
 */
public record ImageFacts(String id, String name, String centerId, String location, String command) {}
