package org.computility.reporting;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;

/** What a name means, where two organisations may use the same. */
public final class Named {

    private Named() {}

    /**
     * The caller's own, else the only one.
     *
     * @param seen those of that name that the caller may see
     * @throws Rejected {@code name-ambiguous} where there are several and the caller has none of them
     */
    public static <T> T one(Member member, List<T> seen, Predicate<T> own, Supplier<NotFound> none) {
        return seen.stream().filter(own).findFirst().orElseGet(() -> {
            if (seen.size() > 1) {
                throw new Rejected(
                        "name-ambiguous", member, "Several organisations have this {member}: say the id instead.");
            }
            return seen.stream().findFirst().orElseThrow(none);
        });
    }
}
