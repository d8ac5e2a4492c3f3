package org.computility.planning.drafts;

import java.util.List;
import java.util.stream.IntStream;
import org.computility.shared.Member;

/**
 * One instance of a request, and where it stands there.
 *
 * @param place by neutral names: {@code inspection.instances[3]}
 */
public record InstanceDraft(String place, InstanceSpec spec) {

    /** All of a list that stands there. */
    public static List<InstanceDraft> of(String place, List<InstanceSpec> specs) {
        return IntStream.range(0, specs.size())
                .mapToObj(i -> new InstanceDraft(place + "[" + i + "]", specs.get(i)))
                .toList();
    }

    /** A member of it. */
    public Member member(String name) {
        return new Member(place + "." + name);
    }
}
