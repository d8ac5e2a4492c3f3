package org.computility.system.trading.auditor;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Random;
import org.computility.system.Answer;
import org.computility.system.Visitor;
import org.computility.system.trading.Market;

/** What sellers and buyers do with data resources and demands until they are bound. */
final class DataDeeds {

    private final Known known;
    private final History history;
    private final String address;
    private final String run;
    private final int breadth;

    /**
     * @param address where the data is
     * @param breadth one of how many data a call registers
     */
    DataDeeds(Known known, History history, String address, String run, int breadth) {
        this.known = known;
        this.history = history;
        this.address = address;
        this.run = run;
        this.breadth = breadth;
    }

    void register(Random random) {
        Market market = known.markets.get(random.nextInt(known.markets.size()));
        String dataId = run + "-" + market.owner() + "-" + random.nextInt(breadth);
        String variant = random.nextInt(8) == 0 ? "other" : "one";
        JsonObject data = Json.createObjectBuilder(market.data(dataId))
                .add("resource_url", address)
                .add("description", variant)
                .build();
        long begun = history.moment();
        Answer answer = market.seller().post("registerData", data);
        long ended = history.moment();
        String number = Outcome.of(answer).isOne("40990") ? null : answer.data().getString("registrationID");
        history.note(
                "data " + dataId,
                "register " + variant + " " + answer,
                begun,
                ended,
                DataModel.registered(variant, number));
        if (number != null) {
            Known.hear(known.resources, new Known.Resource(number, dataId, market, false));
        }
    }

    void publish(Random random, Known.Resource resource) {
        String price = Integer.toString(1 + random.nextInt(3));
        Market market = resource.market();
        long begun = history.moment();
        Answer answer = market.seller()
                .post(
                        "publishData",
                        market.publication(resource.number())
                                .add("price", Integer.parseInt(price))
                                .build());
        Outcome outcome = Outcome.of(answer);
        note(
                resource,
                "publish at " + price + " " + answer,
                begun,
                outcome.isOne("40991") ? DataModel.publishedOtherwise(price) : DataModel.published(price));
    }

    void revoke(Known.Resource resource) {
        long begun = history.moment();
        Answer answer = resource.market().seller().post("revokePublishedData", named(resource));
        note(
                resource,
                "revoke " + answer,
                begun,
                switch (Outcome.of(answer).code()) {
                    case "40992" -> DataModel.neverPublished();
                    case "40996" -> DataModel.locked();
                    default -> DataModel.revoked(answer.data().getString("publish_status"));
                });
    }

    void query(Random random, Known.Resource resource) {
        Market asking = Known.any(known.markets, random);
        Visitor visitor = random.nextBoolean() ? resource.market().seller() : asking.buyer();
        long begun = history.moment();
        Answer answer =
                visitor.get("queryPublishedData?registrationID=" + resource.number() + "&dataID=" + resource.dataId());
        boolean shown = !Outcome.of(answer).isOne("40490")
                && answer.data().getString("publish_status").equals("YES");
        note(
                resource,
                "query " + answer,
                begun,
                shown
                        ? DataModel.shown(answer.data()
                                        .getJsonNumber("price")
                                        .bigDecimalValue()
                                        .intValueExact() + "")
                        : DataModel.notShown());
    }

    void demand(Random random) {
        Market market = known.markets.get(random.nextInt(known.markets.size()));
        String number =
                market.buyer().post("registerDemand", market.demand()).data().getString("demandID");
        known.demands.add(new Known.Demand(number, market));
    }

    void change(Known.Demand demand, boolean publish) {
        long begun = history.moment();
        Answer answer = demand.market()
                .buyer()
                .post(
                        publish ? "publishDemand" : "revokeDemand",
                        demand.market().named(demand.number()).build());
        note(
                demand,
                (publish ? "publish " : "revoke ") + answer,
                begun,
                switch (Outcome.of(answer).code()) {
                    case "40994" -> DemandModel.refusedAsBound();
                    case "40995" -> DemandModel.refusedAsRevoked();
                    default -> publish ? DemandModel.published() : DemandModel.revoked();
                });
    }

    void query(Random random, Known.Demand demand) {
        Visitor visitor = random.nextBoolean()
                ? demand.market().buyer()
                : Known.any(known.markets, random).seller();
        long begun = history.moment();
        Answer answer = visitor.get("queryPublishedDemand?demandID=" + demand.number());
        boolean shown = !Outcome.of(answer).isOne("40491")
                && answer.data().getString("publish_status").equals("YES");
        note(demand, "query " + answer, begun, DemandModel.shown(shown));
    }

    /** One answer, and what it says of the demand and of the data resource. */
    void confirm(Known.Demand demand, Known.Resource resource) {
        JsonObject body = demand.market()
                .named(demand.number())
                .addAll(Json.createObjectBuilder(named(resource)))
                .build();
        long begun = history.moment();
        Answer answer = demand.market().buyer().post("confirmDemand", body);
        String what = "confirm " + demand.number() + " with " + resource.name() + " " + answer;
        switch (Outcome.of(answer).code()) {
            case "40993" -> note(demand, what, begun, DemandModel.notPublished());
            case "40994" -> note(demand, what, begun, DemandModel.boundToAnother(resource.name()));
            case "40490", "40992" -> {
                note(demand, what, begun, DemandModel.shown(true));
                note(resource, what, begun, DataModel.notShown());
            }
            default -> {
                String trade = answer.data().getString("confirmID");
                int price =
                        answer.data().getJsonNumber("price").bigDecimalValue().intValueExact();
                note(demand, what, begun, DemandModel.bound(resource.name(), trade));
                note(resource, what, begun, DataModel.bound(trade, price + ""));
                Known.hear(known.trades, new Known.Trade(trade, resource, demand.market(), price * 100L));
            }
        }
    }

    private void note(Known.Resource resource, String what, long begun, Step step) {
        history.note("resource " + resource.name(), what, begun, history.moment(), step);
    }

    private void note(Known.Demand demand, String what, long begun, Step step) {
        history.note("demand " + demand.number(), what, begun, history.moment(), step);
    }

    private static JsonObject named(Known.Resource resource) {
        return Json.createObjectBuilder()
                .add("registrationID", resource.number())
                .add("dataID", resource.dataId())
                .build();
    }

    static JsonObject number(String member, String number) {
        return Json.createObjectBuilder().add(member, number).build();
    }
}
