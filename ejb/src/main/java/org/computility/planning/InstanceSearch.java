package org.computility.planning;

import java.time.Instant;
import java.util.List;
import org.computility.planning.drafts.InstanceIds;
import org.computility.shared.PageRequest;

/**
 * Which instances (T/BAX 0006.5 table C.11); null members and empty lists do not narrow.
 *
 * @param status a word of the standard
 * @param algoDefName the whole name of the capability
 * @param planName occurs in the plan's
 * @param page sorted by {@code number}, {@code planId}, {@code state}, {@code createdAt} or {@code priority}
 */
public record InstanceSearch(
        InstanceIds ids,
        String status,
        List<String> algoDefCodes,
        String algoDefName,
        Long planId,
        String planName,
        List<String> deviceIds,
        PageRequest page,
        Instant createdFrom,
        Instant createdBefore) {

    /** The page, the newest first unless another order is asked for; of a time, by the times of their making. */
    PageRequest inOrder() {
        boolean ofATime = createdFrom != null || createdBefore != null;
        return ofATime && page.orders().isEmpty()
                ? new PageRequest(page.number(), page.size(), List.of(new PageRequest.Order("createdAt", true)))
                : page;
    }

    /** The same for searches of any page, in any order. */
    InstanceSearch ofAllPages() {
        return new InstanceSearch(
                ids,
                status,
                algoDefCodes,
                algoDefName,
                planId,
                planName,
                deviceIds,
                PageRequest.FIRST,
                createdFrom,
                createdBefore);
    }
}
