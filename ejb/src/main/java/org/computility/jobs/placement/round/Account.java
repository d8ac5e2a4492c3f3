package org.computility.jobs.placement.round;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.UUID;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.WaitingJob;

/** An organisation during a round: what it uses, what it is due, and which of its jobs are to be tried. */
final class Account {

    /** Whose turn it is: the least share first, then the earliest submission. Only for accounts with jobs to be tried. */
    static final Comparator<Account> NEXT = Comparator.comparingDouble(Account::dominantShare)
            .thenComparing(account -> account.jobs.peekFirst().submittedAt())
            .thenComparing(account -> account.organisation);

    final UUID organisation;
    /** In the order in which they are tried. */
    final Deque<WaitingJob> jobs = new ArrayDeque<>();

    private final PlacementRules.Share share;
    private final Amount network;
    private Amount used = Amount.NONE;
    private double dominantShare;

    Account(UUID organisation, PlacementRules.Share share, Amount network) {
        this.organisation = organisation;
        this.share = share;
        this.network = network;
    }

    /** The greatest part that it uses of all cores, all memory or all accelerators, divided by its weight. */
    double dominantShare() {
        return dominantShare;
    }

    Amount used() {
        return used;
    }

    Amount quota() {
        return share.quota();
    }

    void use(Amount more) {
        used = used.plus(more);
        dominantShare = Math.max(
                        part(used.cores(), network.cores()),
                        Math.max(
                                part(used.memoryBytes(), network.memoryBytes()),
                                part(used.accelerators(), network.accelerators())))
                / share.weight();
    }

    /** Whether the quota has room for all that the job asks for; what it does not ask for may be borrowed. */
    boolean isWithinQuotaWith(WaitingJob job) {
        return quota() == null
                || job.inAll().fitsInto(quota().plus(job.favour().beyondQuota()).minus(used));
    }

    /** Whether this is borrowed where the organisation uses so much: it is some of what is above the quota. */
    boolean isBorrowed(Amount some, Amount inAll) {
        if (quota() == null) {
            return false;
        }
        Amount over = inAll.beyond(quota());
        return over.cores() > 0 && some.cores() > 0
                || over.memoryBytes() > 0 && some.memoryBytes() > 0
                || over.accelerators() > 0 && some.accelerators() > 0;
    }

    private static double part(long some, long whole) {
        return whole <= 0 ? 0 : (double) some / whole;
    }
}
