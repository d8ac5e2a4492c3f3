package org.computility.system.trading;

import jakarta.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import org.computility.system.Platform;

/** A subscription of each kind to one service, and what its parties send. */
final class ServiceTrades {

    private final String address;
    private final Map<ServiceMarket.Kind, ServiceMarket> markets = new EnumMap<>(ServiceMarket.Kind.class);
    private final Map<ServiceMarket.Kind, JsonObject> orders = new EnumMap<>(ServiceMarket.Kind.class);

    ServiceTrades(Platform platform, SoldService service) {
        address = service.address("/chat");
        for (ServiceMarket.Kind kind : ServiceMarket.Kind.values()) {
            ServiceMarket market = new ServiceMarket(platform, kind);
            market.deposit("10");
            markets.put(kind, market);
            orders.put(kind, market.subscribe(address, "METERED", ServiceMarket.METERED));
        }
    }

    /** Where the service answers. */
    String address() {
        return address;
    }

    ServiceMarket market(ServiceMarket.Kind kind) {
        return markets.get(kind);
    }

    /** The order and its licence. */
    JsonObject order(ServiceMarket.Kind kind) {
        return orders.get(kind);
    }

    /** What the operation takes. */
    JsonObject valid(ServiceMarket.Kind kind, String operation) {
        ServiceMarket market = market(kind);
        String orderId = order(kind).getString("orderId");
        return switch (operation) {
            case "publish" -> market.publication(address, "METERED", ServiceMarket.METERED);
            case "subscribe" ->
                market.subscription(market.publish(address, "METERED", ServiceMarket.METERED), "METERED", "CALL");
            case "delivery" -> market.delivery(address, order(kind).getJsonObject("licenses"));
            case "userSettlement" -> market.userSettlement(orderId);
            default -> market.providerSettlement(orderId);
        };
    }
}
