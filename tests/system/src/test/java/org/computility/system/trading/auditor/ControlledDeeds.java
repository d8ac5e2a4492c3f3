package org.computility.system.trading.auditor;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Random;
import org.computility.system.Answer;
import org.computility.system.trading.DataSpace;
import org.computility.system.trading.Market;

/** What data spaces do with data that stays with them: they offer it, make policies for it, and ask before each use. */
final class ControlledDeeds {

    static final String OWNER = "TRUSTED_DATA_SPACE";
    static final String NUMBER = "TDS-CONTROLLED";
    private static final int COUNTS = 4;

    private final Known known;
    private final History history;
    private final String run;
    private final int breadth;

    /** @param breadth one of how many data a call publishes */
    ControlledDeeds(Known known, History history, String run, int breadth) {
        this.known = known;
        this.history = history;
        this.run = run;
        this.breadth = breadth;
    }

    void publish(Random random) {
        Market market = known.markets.get(random.nextInt(known.markets.size()));
        String dataId = run + "-" + market.owner() + "-controlled-" + random.nextInt(breadth);
        publish(random, new Known.Resource(NUMBER, dataId, market, true));
    }

    /** Describes and offers it, most often as others do. */
    void publish(Random random, Known.Resource resource) {
        String variant = random.nextInt(8) == 0 ? "other" : "one";
        String price = Integer.toString(1 + random.nextInt(3));
        JsonObject body = Json.createObjectBuilder()
                .add("owner", OWNER)
                .add("dataID", resource.dataId())
                .add("registrationID", NUMBER)
                .add("description", variant)
                .add("protocol", "https")
                .add("isOpen", 1)
                .add("source", "gate 7")
                .add("key_words", Json.createArrayBuilder().add("motion"))
                .add("free", false)
                .add("price", Integer.parseInt(price))
                .build();
        long begun = history.moment();
        Answer answer = resource.market().seller().post("publishDatasets", body);
        Step step =
                switch (Outcome.of(answer).code()) {
                    case "40990" -> DataModel.describedOtherwise(variant);
                    case "40991" -> DataModel.publishedOtherwise(variant, price);
                    default -> DataModel.published(variant, price);
                };
        history.note(
                "resource " + resource.name(),
                "publish " + variant + " at " + price + " " + answer,
                begun,
                history.moment(),
                step);
        if (answer.status() == 200) {
            Known.hear(known.resources, resource);
        }
    }

    /** One of two policies of the trade; now and then it says otherwise. */
    void makePolicy(Random random, Known.Trade trade) {
        JsonObject licence = known.licences.get(trade);
        if (licence == null) {
            return;
        }
        String name = "policy " + random.nextInt(2);
        int counts = random.nextInt(8) == 0 ? COUNTS + 1 : COUNTS;
        String number = licence.getString("licensesID");
        long begun = history.moment();
        Answer answer =
                trade.resource().market().seller().post("deliverDatasets", policy(trade, licence, name, counts));
        Outcome outcome = Outcome.of(answer);
        String what = name + " of " + counts + " by " + number + " " + MoneyDeeds.shortened(answer);
        licences(trade, what, begun, opened(trade, number, outcome, LicenceModel.opens(trade.number(), number)));
        String thing = name + " of " + trade.number();
        if (outcome.isOne("40962")) {
            history.note(thing, what, begun, history.moment(), PolicyModel.saysOtherwise(counts));
        } else if (answer.status() == 200) {
            String policy = answer.data().getString("policyId");
            history.note(thing, what, begun, history.moment(), PolicyModel.made(policy, counts));
            Known.hear(known.policies, new Known.Policy(policy, trade, counts));
        }
    }

    void use(Known.Policy policy) {
        JsonObject body = Json.createObjectBuilder()
                .add("userId", policy.trade().buyer().demander())
                .add("scene", "training")
                .build();
        long begun = history.moment();
        Answer answer = policy.trade()
                .resource()
                .market()
                .seller()
                .post("platform/v1/market/policies/" + policy.number() + "/uses", body);
        Outcome outcome = Outcome.of(answer);
        String what = "use " + policy.number() + " " + answer;
        if (outcome.isOne("licence-revoked")) {
            licences(
                    policy.trade(),
                    what,
                    begun,
                    LicenceModel.wasRevoked(policy.trade().number()));
            return;
        }
        licences(policy.trade(), what, begun, LicenceModel.runs(policy.trade().number()));
        history.note(
                "uses of " + policy.number(),
                what,
                begun,
                history.moment(),
                outcome.isOne("policy-refused")
                        ? PolicyModel.usedUp(policy.counts())
                        : PolicyModel.used(policy.counts(), answer.json().getInt("remainingCounts")));
    }

    /** What it says of a licence that somebody got something by it, or not. */
    static Step opened(Known.Trade trade, String licence, Outcome outcome, Step got) {
        return switch (outcome.code()) {
            case "40384" -> LicenceModel.replaced(trade.number(), licence);
            case "40385" -> LicenceModel.wasRevoked(trade.number());
            default -> got;
        };
    }

    private static JsonObject policy(Known.Trade trade, JsonObject licence, String name, int counts) {
        String buyer = trade.buyer().demander();
        JsonObject user = Json.createObjectBuilder()
                .add("userId", buyer)
                .add("userName", buyer)
                .add("isGroup", 0)
                .build();
        return Json.createObjectBuilder()
                .add("licenses", licence)
                .add("dataID", trade.resource().dataId())
                .add("policyName", name)
                .add("relUsers", Json.createArrayBuilder().add(user))
                .add(
                        "useScenes",
                        Json.createArrayBuilder().add(DataSpace.scene().add("counts", counts)))
                .build();
    }

    private void licences(Known.Trade trade, String what, long begun, Step step) {
        history.note("licences of " + trade.resource().name(), what, begun, history.moment(), step);
    }
}
