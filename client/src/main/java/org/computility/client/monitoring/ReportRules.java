package org.computility.client.monitoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.network.Calls;
import org.computility.client.network.Calls.Kind;

/** What month reports are judged by, the places that they may name, and how their signatures are checked ({@code docs/monitoring.md}). */
public final class ReportRules {

    private static final String RULES = "/platform/v1/monitoring/rules";
    private static final String PLACES = "/platform/v1/monitoring/places";
    private static final String SIGN_CHECKS = "/platform/v1/monitoring/sign-checks/";

    private final Calls calls;

    public ReportRules(Calls calls) {
        this.calls = calls;
    }

    /**
     * A rule that figures of a month may break.
     *
     * @param kind {@code AT_LEAST}, {@code AT_MOST}, {@code NOT_ABOVE}, {@code QUOTIENT}, {@code JUMP} or {@code AS_KNOWN}
     * @param measure the figure that it judges
     * @param other the figure that it compares with; null: none
     * @param divisor null: none
     * @param outcome {@code RETURN} or {@code DOUBT}
     */
    public record Rule(
            String code,
            String kind,
            String measure,
            String other,
            String divisor,
            BigDecimal bound,
            String outcome,
            boolean enabled) {}

    /** What is new about a rule; null leaves a member as it is. */
    public record RuleChange(BigDecimal bound, String outcome, Boolean enabled) {}

    /** A place that has a code; {@code kind} is {@code PROVINCE}, {@code CLUSTER} or {@code HUB}. */
    public record Place(String code, String kind, String name) {}

    /** How closely signatures of an account are checked: {@code VERIFY}, {@code PRESENT} or {@code FRESH}. */
    public record SignCheck(UUID accountId, String mode) {}

    /** Internal to the wire; public because JSON-B asks for it. */
    public record NewSignCheck(String mode) {}

    /** All rules, by their codes. */
    public List<Rule> rules() {
        return List.of(calls.call(Kind.OWN, "GET", RULES, Map.of(), null, Rule[].class));
    }

    /** Changes a rule; what was judged before stays as it is. For administrators. */
    public Rule change(String code, RuleChange change) {
        return calls.call(Kind.OWN, "PATCH", RULES + "/" + calls.segment(code), Map.of(), change, Rule.class);
    }

    /** Provinces, clusters and hubs. */
    public List<Place> places() {
        return List.of(calls.call(Kind.OWN, "GET", PLACES, Map.of(), null, Place[].class));
    }

    /** For administrators. */
    public SignCheck signCheck(UUID accountId) {
        return calls.call(Kind.OWN, "GET", SIGN_CHECKS + accountId, Map.of(), null, SignCheck.class);
    }

    /** Checks signatures of an account in that way from now on; for administrators. */
    public SignCheck check(UUID accountId, String mode) {
        return calls.call(Kind.OWN, "PUT", SIGN_CHECKS + accountId, Map.of(), new NewSignCheck(mode), SignCheck.class);
    }
}
