package org.computility.trading.controlled;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One way to use controlled data, and its limits; null limits nothing. */
@Entity
@Table(name = "usage_scene")
class UsageScene {

    @Id
    private UUID sceneId;

    @Column
    private UUID policyId;

    private String name;

    @Column
    private Integer counts;

    /** Counted down by one statement, which many may run at once. */
    @Column
    private Integer remaining;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] visitArea;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] envHard;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] envSoft;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] aiFrame;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] cpCenter;

    protected UsageScene() {}

    static UsageScene of(UUID policyId, NewScene wanted) {
        UsageScene scene = new UsageScene();
        scene.sceneId = UUID.randomUUID();
        scene.policyId = policyId;
        scene.name = wanted.name();
        scene.counts = wanted.counts();
        scene.remaining = wanted.remaining() == null ? wanted.counts() : wanted.remaining();
        scene.visitArea = values(wanted.visitArea());
        scene.envHard = values(wanted.envHard());
        scene.envSoft = values(wanted.envSoft());
        scene.aiFrame = values(wanted.aiFrame());
        scene.cpCenter = values(wanted.cpCenter());
        return scene;
    }

    private static String[] values(List<String> list) {
        return list == null ? null : list.toArray(new String[0]);
    }

    UUID sceneId() {
        return sceneId;
    }

    String name() {
        return name;
    }

    String[] visitArea() {
        return visitArea;
    }

    String[] envHard() {
        return envHard;
    }

    String[] envSoft() {
        return envSoft;
    }

    String[] aiFrame() {
        return aiFrame;
    }

    String[] cpCenter() {
        return cpCenter;
    }
}
