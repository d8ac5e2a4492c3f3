package org.computility.algopackage;

import java.util.List;

/**
 * One algorithm of a package (T/BAX 0006.5 A.6 {@code AlgoDef}).
 *
 * @param code letters, digits, {@code _ - .}, fewer than 128 characters
 * @param dataType STRUCTURING, ALERT, STATISTICS or OTHER
 * @param taskTypes of VIDEO_REALTIME, VIDEO_PLAYBACK, VIDEO_FILE and IMAGE_REALTIME; at least one
 * @param eventIds the events of rules that it is for: who asks for one of them need not name the capability
 * @param followers the codes of capabilities whose input is the crop that a result of this one carries; at most 10
 * @param taskFields the parameters a task may set in {@code ExtendParams}
 * @param model how the runtime runs it; null in an image, which brings its own program
 */
public record Capability(
        String code,
        String name,
        String description,
        String dataType,
        List<String> taskTypes,
        List<String> eventIds,
        List<String> followers,
        List<TaskField> taskFields,
        Model model) {

    public Capability {
        taskTypes = List.copyOf(taskTypes);
        eventIds = List.copyOf(eventIds);
        followers = List.copyOf(followers);
        taskFields = List.copyOf(taskFields);
    }
}
