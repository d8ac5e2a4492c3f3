package org.computility.system.trading.auditor;

import java.util.Random;
import java.util.function.Consumer;

/** One random deed after the other. */
final class Deeds {

    private final DataDeeds data;
    private final MoneyDeeds money;
    private final Known known;

    Deeds(DataDeeds data, MoneyDeeds money, Known known) {
        this.data = data;
        this.money = money;
        this.known = known;
    }

    void one(Random random) {
        Known.Resource resource = Known.any(known.resources, random);
        Known.Demand demand = Known.any(known.demands, random);
        int deed = random.nextInt(100);
        if (deed < 6 || resource == null) {
            data.register(random);
        } else if (deed < 10 || demand == null) {
            data.demand(random);
        } else if (deed < 19) {
            data.publish(random, resource);
        } else if (deed < 23) {
            data.revoke(resource);
        } else if (deed < 27) {
            data.query(random, resource);
        } else if (deed < 33) {
            data.change(demand, true);
        } else if (deed < 35) {
            data.change(demand, false);
        } else if (deed < 38) {
            data.query(random, demand);
        } else if (deed < 50) {
            data.confirm(demand, resource);
        } else if (deed < 54) {
            money.renew(resource);
        } else {
            withMoney(random, deed);
        }
    }

    private void withMoney(Random random, int deed) {
        if (deed < 62) {
            money.deposit(random, Known.any(known.markets, random));
        } else if (deed < 66) {
            money.look(Known.any(known.markets, random));
        } else if (deed < 74) {
            with(Known.any(known.trades, random), money::settle);
        } else if (deed < 78) {
            with(Known.any(known.trades, random), money::query);
        } else if (deed < 82) {
            with(Known.any(known.trades, random), money::deliver);
        } else if (deed < 85) {
            money.subscribe(Known.any(known.markets, random));
        } else if (deed < 95) {
            with(Known.any(known.orders, random), money::call);
        } else {
            with(Known.any(known.orders, random), money::settle);
        }
    }

    /** One after the other, when all is quiet: the model has one answer to each. */
    void lookAtEverything() {
        Random random = new Random(0);
        known.resources.forEach(resource -> data.query(random, resource));
        known.demands.forEach(demand -> data.query(random, demand));
        known.trades.forEach(money::query);
        known.orders.forEach(money::settle);
        known.markets.forEach(money::look);
    }

    private static <T> void with(T one, Consumer<T> deed) {
        if (one != null) {
            deed.accept(one);
        }
    }
}
