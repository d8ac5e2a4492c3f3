package org.computility.system.trading.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.trading.Market;

/** Somebody of each role in the seller's organisation, in the buyer's and in a stranger's; and who has no good token. */
final class MarketCrowd {

    /** In whose organisation: the seller's, the buyer's, a stranger's. */
    static final int STRANGER = 2;

    private static final List<String> ROLES =
            List.of("OPERATOR", "AUDITOR", "PROVIDER", "CONSUMER", "DEVICE", "PLATFORM");

    private final Platform platform;
    private final Map<String, List<Visitor>> visitors = new TreeMap<>();
    private final Platform.Account administrator;

    MarketCrowd(Platform platform, Market market) {
        this.platform = platform;
        List<String> organisations = List.of(
                market.sellerAccount().organisationId(),
                market.buyerAccount().organisationId(),
                platform.freshOrganisation());
        visitors.put("seller", List.of(market.seller()));
        visitors.put("buyer", List.of(market.buyer()));
        for (String role : ROLES) {
            List<Visitor> three = new ArrayList<>();
            for (String organisation : organisations) {
                three.add(market.as(platform.account(organisation, role)));
            }
            visitors.put(role, three);
        }
        visitors.put("no token", List.of(platform.anonymous()));
        visitors.put("ended", List.of(ended(market)));
        // Last: who fails before leaves none behind.
        administrator = platform.account(platform.freshOrganisation(), "ADMINISTRATOR");
        visitors.put("ADMINISTRATOR", List.of(market.as(administrator)));
    }

    /** One, or three: those of that role in the organisations of the seller, the buyer and a stranger. */
    List<Visitor> named(String column) {
        return visitors.get(column);
    }

    /** Takes the administrator out of use. */
    void leave() {
        platform.disable(administrator);
    }

    private static Visitor ended(Market market) {
        Visitor owner = market.as(market.sellerAccount());
        owner.delete("platform/v1/tokens/current").expect(204);
        return owner;
    }
}
