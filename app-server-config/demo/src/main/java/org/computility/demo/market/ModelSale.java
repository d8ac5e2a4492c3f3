package org.computility.demo.market;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.function.Consumer;
import org.computility.client.market.Subscriptions;
import org.computility.client.settlement.Bills;

/** A model that is sold by the call: published, subscribed to, called, paid, and what it has earned paid out. */
public final class ModelSale {

    static final BigDecimal PRICE_OF_CALL = new BigDecimal("0.50");

    private final MarketDay.Party seller;
    private final MarketDay.Party buyer;
    private final PictureModel model;
    private final JsonObject licence;
    private final Subscriptions.Subscription order;
    private int calls;

    /** Publishes the model under a name, and subscribes to it. */
    ModelSale(MarketDay.Party seller, MarketDay.Party buyer, String name, PictureModel model) {
        this.seller = seller;
        this.buyer = buyer;
        this.model = model;
        String publication = seller.client()
                .models()
                .publish(new Subscriptions.NewService(seller.name(), name, "METERED", byTheCall(), model.address()));
        order = buyer.client()
                .models()
                .subscribe(new Subscriptions.NewSubscription(buyer.name(), publication, "METERED", byTheCall()));
        licence = order.licenses();
    }

    /** What the model says of a picture. */
    public JsonObject ask(byte[] png) {
        calls++;
        JsonString input = Json.createValue(Json.createObjectBuilder()
                .add("image", Base64.getEncoder().encodeToString(png))
                .build()
                .toString());
        return buyer.client().models().call(model.address(), licence, input).asJsonObject();
    }

    /** Pays for the calls. */
    void settle(Consumer<String> note) {
        JsonObject proof = Json.createObjectBuilder().add("method", "BALANCE").build();
        buyer.client().models().settle(new Subscriptions.UserSettlement(buyer.name(), order.orderId(), proof));
        JsonObject account = Json.createObjectBuilder().add("bank", "demo").build();
        seller.client().models().payOut(new Subscriptions.ProviderSettlement(seller.name(), order.orderId(), account));
        Bills bills = buyer.client().bills();
        Bills.Bill bill =
                bills.get(bills.list(order.orderId(), 1, 1).items().get(0).id());
        note.accept("bill of the model: " + bill.total() + " CNY for " + calls + " calls of " + bill.payeeName()
                + ", paid " + bill.bill().paid() + " CNY");
    }

    /** How often it was called. */
    int calls() {
        return calls;
    }

    private static JsonObject byTheCall() {
        return Json.createObjectBuilder()
                .add("unit", "CALL")
                .add("price", PRICE_OF_CALL)
                .build();
    }
}
