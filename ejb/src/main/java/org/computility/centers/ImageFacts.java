package org.computility.centers;

/**
 * What a job finds as its programs.
 *
 * @param centerId null: every center has it
 * @param location a root folder or a container image, as the center's kind of runtime understands it; null: the node's own
 *     programs
 * @param command what runs where the job names no command, for {@code /bin/sh -c}; null: none
 * @param architecture of the processors that it is for, as in a spec; null: nobody says
 * @param processor the type of accelerator that it is for; null: nobody says
 */
public record ImageFacts(
        String id,
        String name,
        String centerId,
        String location,
        String command,
        String architecture,
        String processor) {

    /** An image of which nobody says what it is for. */
    public ImageFacts(String id, String name, String centerId, String location, String command) {
        this(id, name, centerId, location, command, null, null);
    }
}
