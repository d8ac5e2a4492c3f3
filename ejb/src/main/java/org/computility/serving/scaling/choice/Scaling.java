package org.computility.serving.scaling.choice;

import java.util.List;

/**
 * What a rule does in a situation. The same situation always gives the same verdict. While nothing else changes, verdicts
 * lead to a number of replicas and stay there: there are more replicas when the room does not bear the demand at the target,
 * and one less only where the demand stays below the target without it.
 */
public final class Scaling {

    private Scaling() {}

    public static Verdict decide(Situation situation) {
        Verdict verdict = apartFromCoolDown(situation);
        if (situation.isCooling() && !verdict.steps().isEmpty()) {
            return new Verdict(Reason.COOL_DOWN, List.of(), situation.figures());
        }
        // What is left over are broken services, which stay at their nodes for now.
        return verdict.reason() == Reason.STEADY && !situation.broken().isEmpty()
                ? new Verdict(Reason.REFUSED, List.of(), situation.figures())
                : verdict;
    }

    private static Verdict apartFromCoolDown(Situation situation) {
        List<Step> broken = situation.broken().stream()
                .filter(service -> !situation.resists(service))
                .map(service ->
                        new Step(Action.UNLOAD, service.serviceId(), service.computeCode(), service.replicas(), 0))
                .toList();
        if (!broken.isEmpty()) {
            return new Verdict(Reason.BROKEN, broken, situation.figures());
        }
        int replicas = situation.replicas();
        int wanted = situation.wanted();
        if (wanted > replicas) {
            return new Growth(situation).by(wanted - replicas);
        }
        boolean above = replicas > situation.bounds().most();
        if (!above && !situation.bounds().bears(situation.demand(), situation.streams())) {
            return new Verdict(Reason.AT_MAXIMUM, List.of(), situation.figures());
        }
        return above || replicas > situation.bounds().least()
                ? new Shrinking(situation).verdict()
                : new Verdict(Reason.STEADY, List.of(), situation.figures());
    }
}
