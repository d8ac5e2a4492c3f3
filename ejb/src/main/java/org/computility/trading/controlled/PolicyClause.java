package org.computility.trading.controlled;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.computility.shared.Denied;
import org.computility.shared.Member;

/** A clause that lists what is allowed. */
record PolicyClause(
        String name,
        Function<UsageScene, String[]> allowed,
        Function<NewUse, String> told,
        BiPredicate<String, String> matches) {

    /** Every clause that is enforced so, as table A.50 names it. */
    static final List<PolicyClause> ALL = List.of(
            new PolicyClause("visitArea", UsageScene::visitArea, NewUse::area, String::startsWith),
            new PolicyClause("envHard", UsageScene::envHard, NewUse::hardware, String::equals),
            new PolicyClause("envSoft", UsageScene::envSoft, NewUse::software, String::equals),
            new PolicyClause("aiFrame", UsageScene::aiFrame, NewUse::framework, String::equals),
            new PolicyClause("cpCenter", UsageScene::cpCenter, NewUse::center, String::equals));

    /** Returns for a use that the clause allows; else Denied {@code policy-refused}, naming the clause. */
    void require(UsageScene scene, NewUse use) {
        String[] values = allowed.apply(scene);
        if (values == null) {
            return;
        }
        String used = told.apply(use);
        if (used == null || Arrays.stream(values).noneMatch(value -> matches.test(plain(used), plain(value)))) {
            throw refused(
                    name, "allows " + String.join(", ", values) + ", not " + (used == null ? "nothing told" : used));
        }
    }

    static Denied refused(String clause, String reason) {
        return new Denied("policy-refused", new Member(clause), "The clause {member} of the policy " + reason + ".");
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
