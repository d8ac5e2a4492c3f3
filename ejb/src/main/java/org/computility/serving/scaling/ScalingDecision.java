package org.computility.serving.scaling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.computility.serving.scaling.choice.Action;
import org.computility.serving.scaling.choice.Reason;
import org.computility.serving.scaling.choice.Step;
import org.computility.serving.scaling.choice.Verdict;

/** What a rule decided, and what became of it. It is written before it is done: whoever dies leaves it to the next. */
@Entity
@Table(name = "scaling_decision")
class ScalingDecision {

    /** What became of a decision. */
    enum Outcome {
        /** Nothing was to be done. */
        NONE,
        STARTED,
        DONE,
        FAILED
    }

    private static final int LONGEST_MESSAGE = 1024;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column
    private UUID ruleId;

    private Instant decidedAt;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    @Enumerated(EnumType.STRING)
    private Action action;

    private UUID serviceId;
    private String computeCode;
    private Integer replicasBefore;
    private Integer replicasAfter;
    private int replicas;
    private int streams;
    private int taken;
    private int waiting;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String message;
    private Instant endedAt;

    protected ScalingDecision() {}

    /** Nothing is done, and that is why. */
    static ScalingDecision nothing(UUID ruleId, Verdict verdict, Instant now) {
        ScalingDecision decision = new ScalingDecision();
        decision.ruleId = ruleId;
        decision.decidedAt = now;
        decision.reason = verdict.reason();
        decision.replicas = verdict.figures().replicas();
        decision.streams = verdict.figures().streams();
        decision.taken = verdict.figures().taken();
        decision.waiting = verdict.figures().waiting();
        decision.outcome = Outcome.NONE;
        return decision;
    }

    /** @param serviceId the service that the step is about; of a service to load, the one that is opened for it */
    static ScalingDecision begun(UUID ruleId, Verdict verdict, Step step, UUID serviceId, Instant now) {
        ScalingDecision decision = nothing(ruleId, verdict, now);
        decision.action = step.action();
        decision.serviceId = serviceId;
        decision.computeCode = step.computeCode();
        decision.replicasBefore = step.before();
        decision.replicasAfter = step.after();
        decision.outcome = Outcome.STARTED;
        return decision;
    }

    void done(Instant now) {
        outcome = Outcome.DONE;
        endedAt = now;
    }

    void failed(String why, Instant now) {
        outcome = Outcome.FAILED;
        message = why.length() > LONGEST_MESSAGE ? why.substring(0, LONGEST_MESSAGE) : why;
        endedAt = now;
    }

    ScalingOrder order() {
        return new ScalingOrder(id, new Step(action, serviceId, computeCode, replicasBefore, replicasAfter));
    }

    ScalingDecisionView view() {
        return new ScalingDecisionView(
                id,
                decidedAt,
                reason,
                action,
                serviceId,
                computeCode,
                replicasBefore,
                replicasAfter,
                new ScalingDecisionView.Seen(replicas, streams, taken, waiting),
                outcome.name(),
                message,
                endedAt);
    }
}
