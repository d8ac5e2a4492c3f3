package org.computility.client.market;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;
import java.util.function.Consumer;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;

/** Models in the market (T/AI 123.12 A.4) or applications (A.5); {@code docs/trading.md}. */
public final class Subscriptions {

    private final Transport transport;
    private final Kind kind;

    public Subscriptions(Transport transport, Kind kind) {
        this.transport = transport;
        this.kind = kind;
    }

    public enum Kind {
        MODEL("/v1/model/", "modelId", "api"),
        APPLICATION("/v1/application/", "appId", "url");

        private final String path;
        private final String id;
        private final String address;

        Kind(String path, String id, String address) {
            this.path = path;
            this.id = id;
            this.address = address;
        }
    }

    /**
     * What is offered.
     *
     * @param id of the model or application
     * @param billingType {@code FIXED_TERM} or {@code METERED}
     * @param billingMethod as {@code docs/trading.md} has it: unit, price, …
     * @param address where it listens
     */
    public record NewService(
            String publisherId, String id, String billingType, JsonObject billingMethod, String address) {}

    /** Tables A.60 and A.75. */
    public record NewSubscription(
            String subscriberId, String publishId, String billingType, JsonObject billingMethod) {}

    /** Tables A.58 and A.73. */
    public record Published(String publishId) {}

    /** Tables A.61 and A.76: the order and its licence. */
    public record Subscription(UUID orderId, JsonObject licenses) {}

    /** Tables A.66 and A.81. */
    public record UserSettlement(String subscriberId, UUID orderId, JsonObject paymentProof) {}

    /** Tables A.69 and A.84. */
    public record ProviderSettlement(String publisherId, UUID orderId, JsonObject creditInfo) {}

    /** Publishes a model or an application; its {@code publishId}. */
    public String publish(NewService service) {
        JsonObject body = Json.object()
                .add("publisherId", service.publisherId())
                .add(kind.id, service.id())
                .add("billingType", service.billingType())
                .add("billingMethod", service.billingMethod())
                .add(kind.address, service.address())
                .build();
        return transport
                .<Published>call(Family.TRADING, "POST", kind.path + "publish", body, Published.class)
                .publishId();
    }

    /** Subscribes. */
    public Subscription subscribe(NewSubscription subscription) {
        return transport.call(Family.TRADING, "POST", kind.path + "subscribe", subscription, Subscription.class);
    }

    /** Calls it: what it puts out. A model takes a text, an application any JSON. */
    public JsonValue call(String address, JsonObject licence, JsonValue input) {
        JsonObject body = delivery(address, licence, input);
        return transport
                .<JsonObject>call(Family.TRADING, "POST", kind.path + "delivery", body, JsonObject.class)
                .get("output");
    }

    /**
     * Calls it, and hands over the data of each event as the service streams it. Returns when the call was counted, and throws where the stream breaks off; a
     * service that does not stream makes one event, its output.
     */
    public void stream(String address, JsonObject licence, JsonValue input, Consumer<String> event) {
        transport.listen(
                Family.TRADING,
                kind.path + "delivery",
                delivery(address, licence, input),
                event,
                whole -> event.accept(String.valueOf(whole.get("output"))));
    }

    private JsonObject delivery(String address, JsonObject licence, JsonValue input) {
        return Json.object()
                .add(kind.address, address)
                .add("licenses", licence)
                .add("input", input)
                .build();
    }

    /** Pays what the order owes until now. */
    public void settle(UserSettlement settlement) {
        transport.tell(Family.TRADING, "POST", kind.path + "userSettlement", settlement);
    }

    /** Has what the order has earned paid out. */
    public void payOut(ProviderSettlement settlement) {
        transport.tell(Family.TRADING, "POST", kind.path + "providerSettlement", settlement);
    }
}
