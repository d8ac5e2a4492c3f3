package org.computility.serving.scaling;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.computility.compute.NodeView;
import org.computility.compute.monitoring.NodePictures;
import org.computility.serving.AllowedService;
import org.computility.serving.LoadedState;
import org.computility.serving.NewService;
import org.computility.serving.ServiceLicensing;
import org.computility.serving.scaling.choice.Action;
import org.computility.serving.scaling.choice.Figures;
import org.computility.serving.scaling.choice.Reason;
import org.computility.serving.scaling.choice.Scaling;
import org.computility.serving.scaling.choice.Step;
import org.computility.serving.scaling.choice.Verdict;
import org.computility.shared.BusinessFailure;
import org.computility.shared.NotFound;

/**
 * A rule's turn: first what a server that died left undone, else a decision and its steps. Between two steps the lease is
 * renewed; whoever has lost it stops.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScalingTurn {

    private static final Set<Action> ADDING = Set.of(Action.GROW, Action.LOAD, Action.DELIVER);

    /** Of nodes that all look full, so many are asked in a turn; the next turn asks others. */
    private static final int MOST_ASKED = 20;

    @EJB
    ScalingKeeping keeping;

    @EJB
    ScalingSight sight;

    @EJB
    ScalingSteps steps;

    @EJB
    NodePictures pictures;

    @EJB
    ServiceLicensing licensing;

    /** Takes the turn of one rule that is due; false where none is. */
    public boolean next() {
        Optional<DueRule> claimed = keeping.claim();
        claimed.ifPresent(this::take);
        return claimed.isPresent();
    }

    private void take(DueRule rule) {
        List<ScalingOrder> undone = keeping.unfinished(rule.id());
        run(rule, undone.isEmpty() ? decide(rule) : undone);
    }

    private void run(DueRule rule, List<ScalingOrder> orders) {
        DueRule held = rule;
        for (ScalingOrder order : orders) {
            Optional<DueRule> kept = keeping.keep(held);
            if (kept.isEmpty()) {
                return;
            }
            held = kept.get();
            keeping.end(order.decisionId(), steps.run(held, order.step()));
        }
        keeping.release(held);
    }

    private List<ScalingOrder> decide(DueRule rule) {
        ScalingKeeping.Refusals refusals = keeping.refusals(rule);
        try {
            ScalingSight.Seen seen = sight.look(rule, refusals);
            Verdict verdict = Scaling.decide(seen.situation());
            Set<String> growing = verdict.steps().stream()
                    .filter(step -> ADDING.contains(step.action()))
                    .map(Step::computeCode)
                    .collect(Collectors.toSet());
            Collection<String> asked = verdict.reason() == Reason.NO_CAPACITY
                    ? seen.toAsk().subList(0, Math.min(MOST_ASKED, seen.toAsk().size()))
                    : growing;
            if (!asked.isEmpty()) {
                // What these nodes last told may be old: they are asked before they get more to do, or count as full.
                pictures.renew(asked);
                seen = sight.look(rule, refusals);
                verdict = Scaling.decide(seen.situation());
            }
            if (verdict.steps().isEmpty()) {
                keeping.noteNothing(rule.id(), verdict);
                return List.of();
            }
            return keeping.note(rule, verdict, planned(verdict, seen));
        } catch (NotFound e) {
            keeping.noteNothing(rule.id(), new Verdict(Reason.NO_PACKAGE, List.of(), new Figures(0, 0, 0, 0)));
            return List.of();
        }
    }

    private List<PlannedStep> planned(Verdict verdict, ScalingSight.Seen seen) {
        return verdict.steps().stream()
                .map(step -> step.action() == Action.LOAD ? load(step, seen) : PlannedStep.of(step))
                .toList();
    }

    /** With the variables of the organisation's newest service of the package, authorized as that is or anew. */
    private PlannedStep load(Step step, ScalingSight.Seen seen) {
        String packageId = seen.algorithm().id();
        NewService wanted = seen.loaded().stream()
                .map(LoadedState::service)
                .filter(service -> service.packageId().equals(packageId))
                .findFirst()
                .map(service -> service.like(step.computeCode(), step.after()))
                .orElseGet(() -> new NewService(packageId, step.computeCode(), List.of(), null, step.after()));
        try {
            NodeView host = seen.hosts().get(step.computeCode());
            NewService licensed = licensing.licensed(wanted, seen.algorithm(), host.organisationId());
            AllowedService opening = AllowedService.of(licensed, seen.algorithm(), host, true);
            return new PlannedStep(step, opening, null);
        } catch (BusinessFailure e) {
            return new PlannedStep(step, null, e.getMessage());
        }
    }
}
