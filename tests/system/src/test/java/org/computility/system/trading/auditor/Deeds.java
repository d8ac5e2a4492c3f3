package org.computility.system.trading.auditor;

import java.util.Random;
import java.util.function.Consumer;

/** One random deed after the other. */
final class Deeds {

    private final DataDeeds data;
    private final MoneyDeeds money;
    private final LicenceDeeds licences;
    private final ControlledDeeds controlled;
    private final ReversalDeeds reversals;
    private final Known known;

    Deeds(
            DataDeeds data,
            MoneyDeeds money,
            LicenceDeeds licences,
            ControlledDeeds controlled,
            ReversalDeeds reversals,
            Known known) {
        this.data = data;
        this.money = money;
        this.licences = licences;
        this.controlled = controlled;
        this.reversals = reversals;
        this.known = known;
    }

    void one(Random random) {
        Known.Resource resource = Known.any(known.resources, random);
        Known.Demand demand = Known.any(known.demands, random);
        int deed = random.nextInt(100);
        if (deed < 4 || resource == null) {
            data.register(random);
        } else if (deed < 6) {
            controlled.publish(random);
        } else if (deed < 10 || demand == null) {
            data.demand(random);
        } else if (deed < 19) {
            publish(random, resource);
        } else if (deed < 22) {
            data.revoke(resource);
        } else if (deed < 25) {
            data.query(random, resource);
        } else if (deed < 31) {
            data.change(demand, true);
        } else if (deed < 33) {
            data.change(demand, false);
        } else if (deed < 36) {
            data.query(random, demand);
        } else if (deed < 48) {
            data.confirm(demand, resource);
        } else if (deed < 51) {
            licences.renew(resource);
        } else {
            withMoney(random, deed);
        }
    }

    private void withMoney(Random random, int deed) {
        if (deed < 57) {
            money.deposit(random, Known.any(known.markets, random));
        } else if (deed < 58) {
            with(Known.any(known.trades, random), licences::queryDelivery);
        } else if (deed < 59) {
            with(Known.any(known.trades, random), licences::verify);
        } else if (deed < 62) {
            money.look(Known.any(known.markets, random));
        } else if (deed < 70) {
            with(Known.any(known.trades, random), money::settle);
        } else if (deed < 73) {
            with(Known.any(known.trades, random), money::query);
        } else if (deed < 79) {
            with(Known.any(known.trades, random), trade -> deliver(random, trade));
        } else if (deed < 83) {
            with(Known.any(known.policies, random), controlled::use);
        } else if (deed < 85) {
            with(Known.any(known.trades, random), trade -> reversals.refund(random, trade));
        } else if (deed < 86) {
            with(Known.any(known.deposits, random), reversals::undo);
        } else if (deed < 89) {
            money.subscribe(random, Known.any(known.markets, random));
        } else if (deed < 96) {
            with(Known.any(known.orders, random), money::call);
        } else {
            with(Known.any(known.orders, random), money::settle);
        }
    }

    private void publish(Random random, Known.Resource resource) {
        if (resource.controlled()) {
            controlled.publish(random, resource);
        } else {
            data.publish(random, resource);
        }
    }

    private void deliver(Random random, Known.Trade trade) {
        if (trade.resource().controlled()) {
            controlled.makePolicy(random, trade);
        } else {
            licences.deliver(trade);
        }
    }

    /** One after the other, when all is quiet: the model has one answer to each. */
    void lookAtEverything() {
        Random random = new Random(0);
        known.resources.forEach(resource -> data.query(random, resource));
        known.demands.forEach(demand -> data.query(random, demand));
        known.trades.forEach(money::query);
        known.trades.forEach(licences::queryDelivery);
        known.trades.forEach(licences::verify);
        known.policies.forEach(controlled::use);
        known.orders.forEach(money::settle);
        known.markets.forEach(money::look);
    }

    private static <T> void with(T one, Consumer<T> deed) {
        if (one != null) {
            deed.accept(one);
        }
    }
}
