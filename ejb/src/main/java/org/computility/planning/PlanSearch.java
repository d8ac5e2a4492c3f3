package org.computility.planning;

import java.time.Instant;
import java.util.List;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.shared.PageRequest;

/**
 * Which plans (T/BAX 0006.5 table C.5); null members and empty lists do not narrow.
 *
 * @param status {@code ON} or {@code OFF}
 * @param name occurs in the plan's
 * @param algoDefName the whole name of a capability that an instance runs
 * @param deviceIds of which an instance looks at one
 * @param algoDefCodes of which an instance runs one
 * @param page sorted by {@code id}, {@code name}, {@code createdAt} or {@code modifiedAt}
 */
public record PlanSearch(
        List<Long> planIds,
        String status,
        String name,
        PlanType type,
        PlanMode mode,
        String algoDefName,
        List<String> deviceIds,
        List<String> algoDefCodes,
        PageRequest page,
        Instant createdFrom,
        Instant createdBefore) {

    /** The same for searches of any page, in any order. */
    PlanSearch ofAllPages() {
        return new PlanSearch(
                planIds,
                status,
                name,
                type,
                mode,
                algoDefName,
                deviceIds,
                algoDefCodes,
                PageRequest.FIRST,
                createdFrom,
                createdBefore);
    }
}
