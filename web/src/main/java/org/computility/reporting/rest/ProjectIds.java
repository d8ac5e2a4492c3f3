package org.computility.reporting.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.computility.shared.Rejected;

/** {@code projectId} of TC609: ids with semicolons between, {@code 1;2}; an empty text for no project. */
final class ProjectIds {

    private static final String MEMBER = "projectId";

    private ProjectIds() {}

    static List<Integer> read(String text) {
        List<Integer> ids = new ArrayList<>();
        for (String id : text.split(";")) {
            if (!id.isBlank()) {
                ids.add(id(id.strip()));
            }
        }
        return ids;
    }

    static String written(List<Integer> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(";"));
    }

    private static int id(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Rejected("member-invalid", MEMBER, MEMBER + " is ids with semicolons between, such as 1;2.");
        }
    }
}
