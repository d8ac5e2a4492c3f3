package org.computility.system.settlement;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/** An organisation of its own, and somebody of it who reads its books. */
final class Payer {

    private final Platform platform;
    private final String organisation;
    private final Visitor reader;

    Payer(Platform platform) {
        this.platform = platform;
        organisation = platform.freshOrganisation();
        reader = visitor("CONSUMER");
    }

    String organisation() {
        return organisation;
    }

    /** Somebody of the organisation. */
    Visitor visitor(String role) {
        Platform.Account account = platform.account(organisation, role);
        return platform.as(platform.login(account.username(), account.password()));
    }

    Visitor reader() {
        return reader;
    }

    /** The administrator records what the organisation has paid. */
    Answer pay(String amount, String reference) {
        return platform.asAdmin().post("platform/v1/settlement/deposits", deposit(amount, reference));
    }

    JsonObject deposit(String amount, String reference) {
        return Json.createObjectBuilder()
                .add("account", organisation)
                .add("amount", new BigDecimal(amount))
                .add("reference", reference)
                .build();
    }

    /** The ID of a new transfer. */
    String paid(String amount) {
        return pay(amount, platform.freshName("bank")).expect(201).json().getString("id");
    }

    /** The one account that it has. */
    JsonObject account() {
        List<JsonObject> all = items("accounts");
        if (all.size() != 1) {
            throw new AssertionError("one account was expected: " + all);
        }
        return all.get(0);
    }

    BigDecimal balance() {
        return account().getJsonNumber("balance").bigDecimalValue();
    }

    /** The lines of its statement. */
    List<JsonObject> statement(String query) {
        return items("statements?account=" + account().getString("id") + query);
    }

    private List<JsonObject> items(String path) {
        return reader.get("platform/v1/settlement/" + path)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }
}
