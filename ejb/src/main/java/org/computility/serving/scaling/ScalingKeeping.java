package org.computility.serving.scaling;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.scaling.choice.Reason;
import org.computility.serving.scaling.choice.Verdict;

/** What rules write down, one transaction a method: a step is written before it is done, and its end after it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ScalingKeeping {

    /** Longer than one step takes: a stop waits 10 s for its node, and a load as long. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** No turn lies further ahead than a lease. The clocks of servers differ a little. */
    private static final Duration BEYOND = LEASE.multipliedBy(3);

    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final Duration AVOIDED = Duration.ofMinutes(5);

    private static final int KEPT = 1000;

    @Inject
    ScalingRules rules;

    @Inject
    ScalingDecisions decisions;

    @EJB
    ServiceKeeping services;

    @Inject
    Clock clock;

    /** Whether a rule is to be looked at; costs next to nothing where there is none. */
    public boolean isAnyDue() {
        Instant now = clock.instant();
        return rules.isAnyDue(now, now.plus(BEYOND));
    }

    /** A rule that this server alone looks at from now on, until it lets go of it or its lease ends. */
    public Optional<DueRule> claim() {
        Instant now = clock.instant();
        return rules.due(now, now.plus(BEYOND)).map(rule -> {
            DueRule claimed = rule.claim(lease(now));
            rules.session().update(rule);
            return claimed;
        });
    }

    /** The same rule with a lease that begins now; empty where another server has it, or it is gone. */
    public Optional<DueRule> keep(DueRule rule) {
        Instant later = lease(clock.instant());
        return rules.move(rule.id(), rule.until(), later) ? Optional.of(rule.until(later)) : Optional.empty();
    }

    /** Lets go of the rule until its next turn. */
    public void release(DueRule rule) {
        rules.move(rule.id(), rule.until(), clock.instant().plus(EVERY));
    }

    /** What a server that died left undone, the oldest first. */
    public List<ScalingOrder> unfinished(UUID ruleId) {
        return decisions.unfinished(ruleId).stream().map(ScalingDecision::order).toList();
    }

    /** Who refused steps of the rule a moment ago: the next step after the cool-down goes elsewhere. */
    public Refusals refusals(DueRule rule) {
        Duration twice = rule.bounds().coolDown().multipliedBy(2);
        Instant since = clock.instant().minus(AVOIDED.compareTo(twice) > 0 ? AVOIDED : twice);
        return new Refusals(decisions.failedAt(rule.id(), since), decisions.resisting(rule.id(), since));
    }

    /**
     * What is left alone for now.
     *
     * @param nodes the codes of nodes that took no further replica, or no package, or whose service was broken
     * @param services that their nodes did not make smaller, or unload
     */
    public record Refusals(List<String> nodes, List<UUID> services) {

        public Refusals {
            nodes = List.copyOf(nodes);
            services = List.copyOf(services);
        }
    }

    /** Writes that nothing is done, where the reason is another than the last one. */
    public void noteNothing(UUID ruleId, Verdict verdict) {
        Optional<Reason> last = decisions.lastReason(ruleId);
        if (last.isEmpty() || last.get() != verdict.reason()) {
            decisions.session().insert(ScalingDecision.nothing(ruleId, verdict, clock.instant()));
            decisions.forget(ruleId, KEPT);
        }
    }

    /**
     * Writes what is about to be done, and opens the services that are to be loaded. Empty where another server has the rule
     * by now: then nothing is written.
     */
    public List<ScalingOrder> note(DueRule rule, Verdict verdict, List<PlannedStep> planned) {
        Instant now = clock.instant();
        if (!rules.move(rule.id(), rule.until(), rule.until())) {
            return List.of();
        }
        List<ScalingOrder> orders = new ArrayList<>();
        for (PlannedStep each : planned) {
            ScalingDecision decision = ScalingDecision.begun(rule.id(), verdict, each.step(), each.serviceId(), now);
            if (each.refusal() != null) {
                decision.failed(each.refusal(), now);
            } else if (each.opening() != null) {
                services.open(each.opening());
                rules.own(rule.id(), each.serviceId());
            }
            decisions.session().insert(decision);
            if (each.refusal() == null) {
                orders.add(decision.order());
            }
        }
        rules.acted(rule.id(), now);
        decisions.forget(rule.id(), KEPT);
        return orders;
    }

    /** @param refusal null: it is done */
    public void end(long decisionId, String refusal) {
        decisions.find(decisionId).ifPresent(decision -> {
            if (refusal == null) {
                decision.done(clock.instant());
            } else {
                decision.failed(refusal, clock.instant());
            }
            decisions.session().update(decision);
        });
    }

    // The column keeps microseconds, and the lease is recognised by it.
    private static Instant lease(Instant now) {
        return now.plus(LEASE).truncatedTo(ChronoUnit.MICROS);
    }
}
