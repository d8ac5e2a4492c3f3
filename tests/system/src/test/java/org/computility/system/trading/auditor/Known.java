package org.computility.system.trading.auditor;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.computility.system.trading.Market;
import org.computility.system.trading.ServiceMarket;

/** What all that call have heard of by now. */
final class Known {

    /** How many of the last ones are in everybody's mouth. */
    private static final int FRESH = 6;

    final List<Market> markets;
    final List<Resource> resources = new CopyOnWriteArrayList<>();
    final List<Demand> demands = new CopyOnWriteArrayList<>();
    final List<Trade> trades = new CopyOnWriteArrayList<>();
    final List<Order> orders = new CopyOnWriteArrayList<>();
    final List<Policy> policies = new CopyOnWriteArrayList<>();
    final List<Deposit> deposits = new CopyOnWriteArrayList<>();
    /** What each trade's licence was, when somebody looked last. */
    final Map<Trade, JsonObject> licences = new ConcurrentHashMap<>();

    /** What was paid, by any of the calls that say so. */
    final Set<Trade> paid = ConcurrentHashMap.newKeySet();
    /** The transfer that paid a trade. */
    final Map<Trade, String> transfers = new ConcurrentHashMap<>();

    /** What was paid back. */
    final Set<Trade> refunded = ConcurrentHashMap.newKeySet();
    /** What was not paid in after all. */
    final Set<Deposit> undone = ConcurrentHashMap.newKeySet();

    /** @param controlled whether it stays in its data space; all such data has one number */
    record Resource(String number, String dataId, Market market, boolean controlled) {

        /** That of no other. */
        String name() {
            return controlled ? dataId : number;
        }
    }

    record Demand(String number, Market market) {}

    record Trade(String number, Resource resource, Market buyer, long price) {}

    record Order(ServiceMarket.Kind kind, String number, Market buyer, JsonObject licence) {}

    /** @param counts how many uses it allows */
    record Policy(String number, Trade trade, int counts) {}

    /** @param amount in fen */
    record Deposit(String reference, String transfer, Market market, long amount) {}

    Known(List<Market> markets) {
        this.markets = markets;
    }

    /** One that others choose, too, more often than not; null: there is none yet. */
    static <T> T any(List<T> all, Random random) {
        int size = all.size();
        if (size == 0) {
            return null;
        }
        int from = random.nextInt(10) < 8 ? Math.max(0, size - FRESH) : 0;
        return all.get(from + random.nextInt(size - from));
    }

    static <T> void hear(List<T> all, T one) {
        synchronized (all) {
            if (!all.contains(one)) {
                all.add(one);
            }
        }
    }

    /** What the market's seller has sold and not paid back, in fen. */
    long sold(Market market) {
        return paid.stream()
                .filter(trade -> !refunded.contains(trade))
                .filter(trade -> trade.resource().market() == market)
                .mapToLong(Trade::price)
                .sum();
    }

    /** What was paid in for good, in fen. */
    long deposited() {
        return deposits.stream()
                .filter(deposit -> !undone.contains(deposit))
                .mapToLong(Deposit::amount)
                .sum();
    }
}
