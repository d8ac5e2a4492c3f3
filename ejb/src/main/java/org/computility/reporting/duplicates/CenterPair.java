package org.computility.reporting.duplicates;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.duplicates.matching.Agreement;
import org.computility.reporting.duplicates.matching.Evidence;
import org.computility.reporting.duplicates.matching.Verdict;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** Two reported centers that may be one. Finding writes it in one statement for any number; people decide one by one. */
@Entity
@Table(name = "center_pair")
class CenterPair {

    private static final Member STAYS = new Member("stays");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Version
    private int version;

    private int firstId;
    private int secondId;

    @Enumerated(EnumType.STRING)
    private PairState state;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private double score;
    private double nameLikeness;

    @Enumerated(EnumType.STRING)
    private Agreement parts;

    private int metres;

    @Enumerated(EnumType.STRING)
    private Agreement city;

    @Enumerated(EnumType.STRING)
    private Agreement type;

    @Enumerated(EnumType.STRING)
    private Agreement date;

    private Instant foundAt;
    private Integer staysId;
    private String decidedBy;
    private Instant decidedAt;
    private String reason;
    private Long knownOn;

    protected CenterPair() {}

    int firstId() {
        return firstId;
    }

    int secondId() {
        return secondId;
    }

    /** The one that counts as the other, while they are merged. */
    int merged() {
        return staysId == firstId ? secondId : firstId;
    }

    boolean isMerged() {
        return state == PairState.MERGED;
    }

    /**
     * They are one from that point on.
     *
     * @throws Conflict {@code duplicate-settled}
     * @throws Rejected {@code member-missing}, {@code member-invalid} where it is neither of the two that stays
     */
    void merge(Integer stays, String why, long point, String by, Instant now) {
        requireOpen();
        if (stays == null) {
            throw new Rejected("member-missing", STAYS, "{member} is missing: say which of the two stays.");
        }
        if (stays != firstId && stays != secondId) {
            throw new Rejected(
                    "member-invalid", STAYS, "{member} is " + firstId + " or " + secondId + ", not " + stays + ".");
        }
        state = PairState.MERGED;
        staysId = stays;
        knownOn = point;
        decide(why, by, now);
    }

    /** They are two: Conflict {@code duplicate-settled}, Rejected {@code member-invalid} where one is said to stay. */
    void part(Integer stays, String why, String by, Instant now) {
        requireOpen();
        if (stays != null) {
            throw new Rejected("member-invalid", STAYS, "{member} stays away: where they are two, both stay.");
        }
        state = PairState.DIFFERENT;
        decide(why, by, now);
    }

    /** Nothing is decided any more. Conflict {@code duplicate-open} where nothing was. */
    void undo(Long point, String by, Instant now) {
        if (state != PairState.MERGED && state != PairState.DIFFERENT) {
            throw new Conflict("duplicate-open", "Nothing is decided about pair " + id + " that could be undone.");
        }
        state = PairState.OPEN;
        staysId = null;
        knownOn = point == null ? knownOn : point;
        decide(null, by, now);
    }

    CenterPairView view(ReportedCenterView first, ReportedCenterView second) {
        return new CenterPairView(
                id,
                state,
                new Evidence(verdict, score, nameLikeness, parts, metres, city, type, date),
                first,
                second,
                foundAt,
                staysId,
                decidedBy,
                decidedAt,
                reason,
                knownOn);
    }

    private void decide(String why, String by, Instant now) {
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    private void requireOpen() {
        if (state == PairState.ASIDE) {
            throw new Conflict(
                    "duplicate-settled",
                    "One of the two counts as a third center: decide about that one, or undo its merge first.");
        }
        if (state != PairState.OPEN) {
            throw new Conflict(
                    "duplicate-settled",
                    decidedBy + " decided that pair " + id + " is " + state + ": undo that first.");
        }
    }
}
