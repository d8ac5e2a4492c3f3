package org.computility.system.trading.auditor;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.computility.system.Answer;
import org.computility.system.Platform;
import org.computility.system.trading.Market;
import org.computility.system.trading.ServiceMarket;

/** What is paid in, bought, called and settled. */
final class MoneyDeeds {

    private static final long CALL = 50;
    private static final long QUOTA = 6;
    private static final String TERMS = "{\"unit\":\"CALL\",\"price\":0.5,\"quota\":" + QUOTA + "}";

    private final Platform platform;
    private final Known known;
    private final History history;
    private final String run;
    private final String address;
    private final int references;
    private final Map<ServiceMarket.Kind, String> publications = new EnumMap<>(ServiceMarket.Kind.class);

    /** @param references one of how many a deposit has */
    MoneyDeeds(Platform platform, Known known, History history, String run, String address, int references) {
        this.platform = platform;
        this.known = known;
        this.history = history;
        this.run = run;
        this.address = address;
        this.references = references;
        for (ServiceMarket.Kind kind : ServiceMarket.Kind.values()) {
            publications.put(kind, between(kind, known.markets.get(0)).publish(address, "METERED", TERMS));
        }
    }

    void deposit(Random random, Market market) {
        long amount = 100L + random.nextInt(3) * 100;
        String organisation = market.buyerAccount().organisationId();
        String name = run + "-" + organisation + "-" + random.nextInt(references);
        JsonObject body = Json.createObjectBuilder()
                .add("account", organisation)
                .add("amount", BigDecimal.valueOf(amount, 2))
                .add("reference", name)
                .build();
        long begun = history.moment();
        Answer answer = platform.asAdmin().post("platform/v1/settlement/deposits", body);
        if (answer.status() == 201) {
            Known.hear(known.deposits, new Known.Deposit(name, answer.json().getString("id"), market, amount));
        }
        note(
                market,
                "deposit " + body + " " + answer.status(),
                begun,
                answer.expect(201, 409).status() == 409
                        ? PurseModel.depositedOtherwise(name, amount)
                        : PurseModel.deposited(name, amount));
    }

    void look(Market market) {
        long begun = history.moment();
        long balance = balance(market, "PREPAID");
        note(market, "balance " + balance, begun, PurseModel.holds(balance));
    }

    static long balance(Market market, String kind) {
        return (kind.equals("PREPAID") ? market.buyer() : market.seller())
                        .get("platform/v1/settlement/accounts")
                        .expect(200)
                        .json()
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .filter(account -> account.getString("kind").equals(kind))
                        .map(account -> account.getJsonNumber("balance").bigDecimalValue())
                        .findFirst()
                        .orElse(BigDecimal.ZERO)
                        .movePointRight(2)
                        .longValueExact();
    }

    void settle(Known.Trade trade) {
        long begun = history.moment();
        Answer answer = trade.buyer().buyer().post("settlement", DataDeeds.number("confirmID", trade.number()));
        String what = "settle " + trade.number() + " " + shortened(answer);
        if (Outcome.of(answer).isOne("40201")) {
            note(trade.buyer(), what, begun, PurseModel.tooShortFor(trade.number(), trade.price()));
            licences(trade, what, begun, LicenceModel.notPaid(trade.number()));
            return;
        }
        known.paid.add(trade);
        note(trade.buyer(), what, begun, PurseModel.bought(trade.number(), trade.price()));
        history.note(
                "resource " + trade.resource().name(), what, begun, history.moment(), DataModel.paid(trade.number()));
        heard(trade, answer, what, begun, true);
    }

    void query(Known.Trade trade) {
        long begun = history.moment();
        Answer answer = trade.buyer().buyer().get("querySettlement?confirmID=" + trade.number());
        String what = "query " + trade.number() + " " + shortened(answer);
        if (answer.data().getString("settlement_status").equals("未结算")) {
            licences(trade, what, begun, LicenceModel.notPaid(trade.number()));
        } else {
            heard(trade, answer, what, begun, false);
        }
    }

    void subscribe(Random random, Market buyer) {
        ServiceMarket.Kind kind = ServiceMarket.Kind.values()[random.nextInt(2)];
        JsonObject order = buyer.buyer()
                .post(
                        kind.path + "subscribe",
                        between(kind, buyer).subscription(publications.get(kind), "METERED", "CALL"))
                .data();
        known.orders.add(new Known.Order(kind, order.getString("orderId"), buyer, order.getJsonObject("licenses")));
    }

    void call(Known.Order order) {
        JsonObject body = between(order.kind(), order.buyer()).delivery(address, order.licence());
        long begun = history.moment();
        Answer answer = order.buyer().buyer().post(order.kind().path + "delivery", body);
        String what = "call " + order.number() + " " + answer;
        switch (Outcome.of(answer).code()) {
            case "40985" -> note(order.buyer(), what, begun, PurseModel.quotaUsed(order.number(), QUOTA));
            case "40201" -> note(order.buyer(), what, begun, PurseModel.tooShortToCall(order.number(), CALL, QUOTA));
            default ->
                note(
                        order.buyer(),
                        what,
                        begun,
                        PurseModel.admitted(order.number(), CALL, QUOTA),
                        PurseModel.counted(order.number(), CALL));
        }
    }

    void settle(Known.Order order) {
        JsonObject body = between(order.kind(), order.buyer()).userSettlement(order.number());
        long begun = history.moment();
        Answer answer = order.buyer().buyer().post(order.kind().path + "userSettlement", body);
        note(
                order.buyer(),
                "settle order " + order.number() + " " + answer,
                begun,
                Outcome.of(answer).isOne("40201")
                        ? PurseModel.tooShortToSettle(order.number(), CALL)
                        : PurseModel.settled(order.number(), CALL));
    }

    private void heard(Known.Trade trade, Answer answer, String what, long begun, boolean mayBeFirst) {
        JsonObject licence = answer.data().getJsonObject("licenses");
        licences(trade, what, begun, LicenceModel.counts(trade.number(), licence.getString("licensesID"), mayBeFirst));
        known.licences.put(trade, licence);
        known.transfers.put(trade, answer.data().getJsonObject("payment_proof").getString("transferID"));
    }

    /** The seller of the first market sells the model, and the application, to everybody. */
    private ServiceMarket between(ServiceMarket.Kind kind, Market buyer) {
        return new ServiceMarket(
                platform,
                kind,
                known.markets.get(0).sellerAccount(),
                known.markets.get(0).seller(),
                buyer.buyerAccount(),
                buyer.buyer());
    }

    private void licences(Known.Trade trade, String what, long begun, Step step) {
        history.note("licences of " + trade.resource().name(), what, begun, history.moment(), step);
    }

    private void note(Market market, String what, long begun, Step... steps) {
        history.note("purse of " + market.demander(), what, begun, history.moment(), steps);
    }

    static String shortened(Answer answer) {
        String text = answer.toString();
        return text.substring(0, Math.min(400, text.length()));
    }
}
