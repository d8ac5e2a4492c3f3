package org.computility.planning.drafts;

import java.util.List;
import java.util.stream.IntStream;
import org.computility.planning.documents.InputKind;

/**
 * Where an instance's input comes from.
 *
 * @param addresses empty where its caller named none
 */
public record TaskInput(InputKind kind, List<Address> addresses) {

    public TaskInput {
        addresses = List.copyOf(addresses);
    }

    /** One address, or several that are read one after the other. */
    static TaskInput of(InputKind kind, List<String> urls) {
        if (urls.size() == 1) {
            return new TaskInput(kind, List.of(new Address(kind.usualAddress(), urls.get(0))));
        }
        return new TaskInput(
                kind,
                IntStream.range(0, urls.size())
                        .mapToObj(i -> new Address(kind.member() + ".urls[" + i + "]", urls.get(i)))
                        .toList());
    }
}
