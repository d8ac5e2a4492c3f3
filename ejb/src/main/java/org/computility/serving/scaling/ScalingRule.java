package org.computility.serving.scaling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.computility.serving.scaling.choice.Bounds;

/** How the services of a capability are scaled in an organisation. */
@Entity
@Table(name = "scaling_rule")
class ScalingRule {

    @Id
    private UUID id;

    private UUID organisationId;
    private String algoDefCode;
    private int least;
    private int most;
    private int mostAtNode;
    private int targetPercent;
    private long coolDownSeconds;
    private String near;

    /** When it is looked at next; while a server looks at it: until when no other does. */
    @Column
    private Instant nextAt;

    private Instant actedAt;
    private String changedBy;
    private Instant changedAt;

    protected ScalingRule() {}

    static ScalingRule open(UUID organisationId, String algoDefCode, Bounds bounds, String by, Instant now) {
        ScalingRule rule = new ScalingRule();
        rule.id = UUID.randomUUID();
        rule.organisationId = organisationId;
        rule.algoDefCode = algoDefCode;
        rule.nextAt = now;
        rule.change(bounds, by, now);
        return rule;
    }

    /** From the next look on; what is being done now is done. */
    void change(Bounds bounds, String by, Instant now) {
        least = bounds.least();
        most = bounds.most();
        mostAtNode = bounds.mostAtNode();
        targetPercent = bounds.targetPercent();
        coolDownSeconds = bounds.coolDown().toSeconds();
        near = bounds.near();
        changedBy = by;
        changedAt = now;
    }

    /** This server alone looks at it, until that moment. */
    DueRule claim(Instant until) {
        nextAt = until;
        return new DueRule(id, organisationId, algoDefCode, bounds(), actedAt, until);
    }

    UUID id() {
        return id;
    }

    UUID organisationId() {
        return organisationId;
    }

    ScalingRuleView view() {
        return new ScalingRuleView(
                id,
                organisationId,
                algoDefCode,
                least,
                most,
                mostAtNode,
                targetPercent,
                coolDownSeconds,
                near,
                actedAt,
                changedBy,
                changedAt);
    }

    private Bounds bounds() {
        return new Bounds(least, most, mostAtNode, targetPercent, Duration.ofSeconds(coolDownSeconds), near);
    }
}
