package org.computility.reporting.duplicates;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.reporting.centers.ReportedCenterDirectory;
import org.computility.reporting.centers.ReportedCenterView;
import org.computility.reporting.merges.MergedCenters;
import org.computility.reporting.reports.KnowledgePoints;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/**
 * The list of centers that may be one, for people to settle. Administrators settle: the two belong to two organisations, and neither
 * sees the other's. A merge, and its end, is a point of knowledge.
 */
@Stateless
public class Duplicates {

    @Inject
    CenterPairs pairs;

    @EJB
    ReportedCenterDirectory centers;

    @EJB
    MergedCenters merges;

    @EJB
    KnowledgePoints points;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /** One page, what speaks most for one center first; for administrators. */
    public Page<CenterPairView> page(PairSearch asked, PageRequest page) {
        caller.require(Role.ADMINISTRATOR);
        Page<CenterPair> found = pairs.page(asked, page);
        Map<Integer, ReportedCenterView> known = centers.some(found.content().stream()
                .flatMap(pair -> Stream.of(pair.firstId(), pair.secondId()))
                .distinct()
                .toList());
        return found.map(pair -> pair.view(known.get(pair.firstId()), known.get(pair.secondId())));
    }

    /** NotFound {@code duplicate-unknown}; for administrators. */
    public CenterPairView get(int id) {
        caller.require(Role.ADMINISTRATOR);
        return view(pairs.find(id).orElseThrow(() -> unknown(id)));
    }

    /**
     * Decides whether two centers are one; for administrators.
     *
     * @throws NotFound {@code duplicate-unknown}
     * @throws Conflict {@code duplicate-settled}; {@code center-keeps-others} where others count as the one that is not to stay
     * @throws Rejected {@code member-missing}, {@code member-invalid} for what stays
     */
    public CenterPairView settle(int id, Settlement wanted) {
        String by = caller.require(Role.ADMINISTRATOR).username();
        if (wanted.merge()) {
            return view(merge(id, wanted.stays(), wanted.reason(), by));
        }
        CenterPair pair = lock(id);
        pair.part(wanted.stays(), wanted.reason(), by, clock.instant());
        pairs.session().update(pair);
        return view(pair);
    }

    /**
     * Takes back what was decided; for administrators. Each center counts for itself again, with what was reported for it meanwhile.
     *
     * @throws NotFound {@code duplicate-unknown}
     * @throws Conflict {@code duplicate-open} where nothing was decided
     */
    public CenterPairView undo(int id) {
        String by = caller.require(Role.ADMINISTRATOR).username();
        long point = points.next();
        CenterPair pair = lock(id);
        Optional<Integer> merged =
                Optional.of(pair).filter(CenterPair::isMerged).map(CenterPair::merged);
        pair.undo(merged.isPresent() ? point : null, by, clock.instant());
        pairs.session().update(pair);
        merged.ifPresent(center -> {
            merges.undo(center, point, by, clock.instant());
            pairs.bringBack(center);
        });
        return view(pair);
    }

    /**
     * Merges a pair of which all agrees, into the one that others count as already, else into the one that was reported first; for
     * the platform itself. Whether it is merged by this: not where people decided meanwhile.
     */
    public boolean mergeSame(int id, String by) {
        CenterPair pair = pairs.find(id).orElse(null);
        if (pair == null) {
            return false;
        }
        int stays = keeps(pair.secondId()) ? pair.secondId() : pair.firstId();
        try {
            merge(id, stays, null, by);
            return true;
        } catch (Conflict | NotFound settled) {
            return false;
        }
    }

    /** The point first: whoever merges at the same time waits here, and then finds what is decided. */
    private CenterPair merge(int id, Integer stays, String reason, String by) {
        long point = points.next();
        CenterPair pair = lock(id);
        if (!merges.into(List.of(pair.firstId(), pair.secondId()), MergedCenters.NOW)
                .isEmpty()) {
            throw new Conflict(
                    "duplicate-settled", "One of the two counts as a third center already: undo that first.");
        }
        pair.merge(stays, reason, point, by, clock.instant());
        if (keeps(pair.merged())) {
            throw new Conflict(
                    "center-keeps-others",
                    new Member("stays"),
                    "Others count as center " + pair.merged()
                            + ": let it stay ({member}), or undo those merges first.");
        }
        pairs.session().update(pair);
        merges.merge(pair.merged(), stays, point, by, clock.instant());
        pairs.putAside(pair.merged());
        return pair;
    }

    private boolean keeps(int center) {
        return !merges.of(List.of(center), MergedCenters.NOW).isEmpty();
    }

    private CenterPair lock(int id) {
        return pairs.lock(id).orElseThrow(() -> unknown(id));
    }

    private CenterPairView view(CenterPair pair) {
        Map<Integer, ReportedCenterView> both = centers.some(List.of(pair.firstId(), pair.secondId()));
        return pair.view(both.get(pair.firstId()), both.get(pair.secondId()));
    }

    private static NotFound unknown(int id) {
        return new NotFound(
                "duplicate-unknown", "There is no pair " + id + ": it is listed no more where its centers changed.");
    }
}
