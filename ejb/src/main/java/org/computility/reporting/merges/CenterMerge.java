package org.computility.reporting.merges;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A center that counts as another one. */
@Entity
@Table(name = "center_merge")
class CenterMerge {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column
    private int keptId;

    @Column
    private int mergedId;

    @Column
    private long mergedOn;

    @Column
    private String mergedBy;

    @Column
    private Instant mergedAt;

    @Column
    private Long undoneOn;

    @Column
    private String undoneBy;

    @Column
    private Instant undoneAt;

    protected CenterMerge() {}

    static CenterMerge of(int merged, int kept, long point, String by, Instant now) {
        CenterMerge merge = new CenterMerge();
        merge.mergedId = merged;
        merge.keptId = kept;
        merge.mergedOn = point;
        merge.mergedBy = by;
        merge.mergedAt = now;
        return merge;
    }

    void undo(long point, String by, Instant now) {
        undoneOn = point;
        undoneBy = by;
        undoneAt = now;
    }
}
