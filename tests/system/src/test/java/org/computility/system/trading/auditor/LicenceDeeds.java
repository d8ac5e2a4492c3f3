package org.computility.system.trading.auditor;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.Platform;

/** What is done with licences: they are renewed and verified, and open what was bought. */
final class LicenceDeeds {

    private final Platform platform;
    private final Known known;
    private final History history;

    LicenceDeeds(Platform platform, Known known, History history) {
        this.platform = platform;
        this.known = known;
        this.history = history;
    }

    void renew(Known.Resource resource) {
        JsonObject body = Json.createObjectBuilder()
                .add(
                        "owner",
                        resource.controlled()
                                ? ControlledDeeds.OWNER
                                : resource.market().owner())
                .add("dataID", resource.dataId())
                .build();
        long begun = history.moment();
        Answer answer = resource.market().seller().post("updateLicenses", body);
        history.note(
                "licences of " + resource.name(),
                "renew " + MoneyDeeds.shortened(answer),
                begun,
                history.moment(),
                Outcome.of(answer).isOne("40493") ? LicenceModel.nothingToRenew() : LicenceModel.renewed());
    }

    void deliver(Known.Trade trade) {
        JsonObject licence = known.licences.get(trade);
        if (licence == null) {
            return;
        }
        String number = licence.getString("licensesID");
        long begun = history.moment();
        Answer answer = trade.buyer().deliver(licence);
        note(
                trade,
                "deliver " + number + " " + MoneyDeeds.shortened(answer),
                begun,
                ControlledDeeds.opened(
                        trade, number, Outcome.of(answer), LicenceModel.delivers(trade.number(), number)));
    }

    void queryDelivery(Known.Trade trade) {
        long begun = history.moment();
        Answer answer = trade.buyer().buyer().get("queryDeliverResult?confirmID=" + trade.number());
        String status = answer.data().getJsonObject("delivery_proof").getString("status", "DELIVERED");
        note(
                trade,
                "query delivery " + trade.number() + " " + status,
                begun,
                LicenceModel.showsDelivery(trade.number(), !status.equals("NOT_DELIVERED")));
    }

    /** As anybody may. */
    void verify(Known.Trade trade) {
        JsonObject licence = known.licences.get(trade);
        if (licence == null) {
            return;
        }
        String number = licence.getString("licensesID");
        long begun = history.moment();
        JsonObject verdict = platform.anonymous()
                .post(
                        "platform/v1/market/licences/verify",
                        Json.createObjectBuilder().add("licenses", licence).build())
                .expect(200)
                .json();
        note(trade, "verify " + number + " " + verdict, begun, verified(trade, number, verdict));
    }

    private static Step verified(Known.Trade trade, String licence, JsonObject verdict) {
        List<String> faults = verdict.getJsonArray("faults").getValuesAs(JsonString::getString);
        if (verdict.getBoolean("valid") != faults.isEmpty()) {
            throw new AssertionError("valid and faulty: " + verdict);
        }
        if (faults.isEmpty()) {
            return LicenceModel.opens(trade.number(), licence);
        }
        return faults.contains("licence-revoked")
                ? LicenceModel.wasRevoked(trade.number())
                : LicenceModel.replaced(trade.number(), licence);
    }

    private void note(Known.Trade trade, String what, long begun, Step step) {
        history.note("licences of " + trade.resource().name(), what, begun, history.moment(), step);
    }
}
