package org.computility.jobs.placement.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.UUID;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.RunningTask;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.Turns;
import org.computility.jobs.placement.Turns.Turn;
import org.computility.jobs.placement.WaitingJob;

/** One round at work. */
public final class Round {

    private static final Comparator<WaitingJob> ORDER = Comparator.comparing(
                    (WaitingJob job) -> !job.favour().first())
            .thenComparing(WaitingJob::priority, Comparator.reverseOrder())
            .thenComparing(WaitingJob::submittedAt)
            .thenComparing(WaitingJob::id);

    private final Snapshot snapshot;
    private final Network network;
    private final Choice choice;
    private final Map<UUID, Account> accounts = new TreeMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    /** Those within their quotas that wait on, in the order of the queue. */
    private final List<WaitingJob> waitOn = new ArrayList<>();

    private final List<WaitingJob> overQuota = new ArrayList<>();

    private final String watched;
    private Turn within;
    private Turn borrowing;
    private boolean watchedIsDecided;

    /** @param watched the job whose turns are asked for, after which the round ends; null: none, the round is run whole */
    public Round(Snapshot snapshot, PlacementRules rules, String watched) {
        this.snapshot = snapshot;
        this.watched = watched;
        network = new Network(snapshot);
        choice = new Choice(network, rules.weights());
        Amount total = network.total();
        for (RunningTask task : snapshot.running()) {
            account(task.organisationId(), rules, total).use(task.holds());
        }
        snapshot.waiting().stream()
                .sorted(ORDER)
                .forEach(job -> account(job.organisationId(), rules, total).jobs.add(job));
    }

    private Account account(UUID organisation, PlacementRules rules, Amount total) {
        return accounts.computeIfAbsent(organisation, id -> new Account(id, rules.of(id), total));
    }

    public List<Decision> whole() {
        inTurn(false);
        waitOn.forEach(choice::closeToBorrowers);
        queueAgain();
        inTurn(true);
        decisions.addAll(new Reclaiming(snapshot, network, accounts).of(waitOn));
        return decisions;
    }

    public Turns turns() {
        inTurn(false);
        if (!watchedIsDecided) {
            waitOn.forEach(choice::closeToBorrowers);
            queueAgain();
            inTurn(true);
        }
        List<Decision.Placed> before = new ArrayList<>();
        Decision.Placed placed = null;
        for (Decision decision : decisions) {
            if (decision.jobId().equals(watched)) {
                placed = (Decision.Placed) decision;
            } else {
                before.add((Decision.Placed) decision);
            }
        }
        return new Turns(within, borrowing, placed, before);
    }

    private void queueAgain() {
        accounts.values().forEach(account -> account.jobs.clear());
        overQuota.stream()
                .sorted(ORDER)
                .forEach(job -> accounts.get(job.organisationId()).jobs.add(job));
    }

    /** Tries the jobs that go first, then again and again the next job of the organisation with the least share. */
    private void inTurn(boolean borrowed) {
        for (WaitingJob job : firsts()) {
            Account account = accounts.get(job.organisationId());
            account.jobs.remove(job);
            attempt(job, account, borrowed);
        }
        PriorityQueue<Account> queue = new PriorityQueue<>(Account.NEXT);
        accounts.values().stream().filter(account -> !account.jobs.isEmpty()).forEach(queue::add);
        while (!queue.isEmpty() && !watchedIsDecided) {
            Account account = queue.poll();
            attempt(account.jobs.removeFirst(), account, borrowed);
            if (!account.jobs.isEmpty()) {
                queue.add(account);
            }
        }
    }

    private List<WaitingJob> firsts() {
        return accounts.values().stream()
                .flatMap(account ->
                        account.jobs.stream().takeWhile(job -> job.favour().first()))
                .sorted(ORDER)
                .toList();
    }

    private void attempt(WaitingJob job, Account account, boolean borrowed) {
        if (watchedIsDecided) {
            return;
        }
        if (job.id().equals(watched)) {
            watch(job, account, borrowed);
        }
        if (!borrowed && !account.isWithinQuotaWith(job)) {
            overQuota.add(job);
            return;
        }
        watchedIsDecided = job.id().equals(watched);
        Decision.Placed placed = choice.place(job, borrowed);
        if (placed != null) {
            account.use(job.inAll());
            decisions.add(placed);
            return;
        }
        if (!borrowed) {
            waitOn.add(job);
        }
        choice.reserve(job, borrowed);
    }

    private void watch(WaitingJob job, Account account, boolean borrowed) {
        Turn turn = choice.turn(job, account);
        if (borrowed) {
            borrowing = turn;
        } else {
            within = turn;
        }
    }
}
