package org.computility.trading.subscription.rest;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.Rejected;
import org.computility.trading.subscription.billing.BillingMethod;
import org.computility.trading.subscription.billing.BillingWords;
import org.computility.trading.subscription.billing.PriceTier;

/**
 * Reads {@code billingMethod}: an object, its text (tables A.60 and A.74 say string), or the word for its unit. A text was not held
 * against the contract, so everything is checked here.
 */
final class BillingReader {

    private static final String METHOD = "billingMethod";
    private static final String UNIT = METHOD + ".unit";
    private static final List<String> MEMBERS = List.of("unit", "price", "tiers", "freeQuota", "term", "quota");
    private static final int MOST_TIERS = 20;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);
    private static final int FINEST = 20;
    private static final int LONGEST_TERM = 3650;
    private static final int LONGEST_TEXT = 4000;

    private BillingReader() {}

    static BillingMethod read(JsonValue value) {
        if (value instanceof JsonString text) {
            return ofText(text.getString());
        }
        if (!(value instanceof JsonObject method)) {
            throw new Rejected("member-type", METHOD, METHOD + " is an object, its text, or the word for its unit.");
        }
        requireKnown(method);
        Long term = count(method, "term", 1);
        if (term != null && term > LONGEST_TERM) {
            throw invalid(METHOD + ".term", "at most " + LONGEST_TERM + " days");
        }
        return new BillingMethod(
                unit(method.get("unit")),
                price(METHOD + ".price", method.get("price")),
                tiers(method.get("tiers")),
                count(method, "freeQuota", 0),
                term == null ? null : term.intValue(),
                count(method, "quota", 1));
    }

    /** What is misspelt would be sold without it. */
    private static void requireKnown(JsonObject method) {
        method.keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Rejected(
                            "member-invalid",
                            METHOD,
                            METHOD + " has the members " + String.join(", ", MEMBERS) + " and no others.");
                });
    }

    private static BillingMethod ofText(String text) {
        if (text.isEmpty()) {
            throw new Rejected("member-missing", METHOD, METHOD + " is missing.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Rejected("member-too-long", METHOD, METHOD + " has " + LONGEST_TEXT + " characters at most.");
        }
        if (!text.strip().startsWith("{")) {
            return BillingMethod.of(unit(UNIT, text));
        }
        return read(parsed(text));
    }

    private static JsonObject parsed(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            // No JSON, or so deep that a parser gives up, which has no exception of its own.
            throw invalid(METHOD, "JSON, or the word for its unit");
        }
    }

    private static UsageUnit unit(JsonValue value) {
        if (isAbsent(value)) {
            return null;
        }
        if (!(value instanceof JsonString text)) {
            throw new Rejected("member-type", UNIT, UNIT + " is a text.");
        }
        return unit(UNIT, text.getString());
    }

    private static UsageUnit unit(String member, String text) {
        return BillingWords.unit(text)
                .orElseThrow(() -> invalid(member, "CALL (调用次数, 使用次数), TOKEN (token数) or DAY (天)"));
    }

    private static List<PriceTier> tiers(JsonValue value) {
        if (isAbsent(value)) {
            return null;
        }
        if (!(value instanceof JsonArray array)) {
            throw new Rejected("member-type", METHOD + ".tiers", METHOD + ".tiers is an array.");
        }
        if (array.size() > MOST_TIERS) {
            throw invalid(METHOD + ".tiers", "at most " + MOST_TIERS);
        }
        List<PriceTier> tiers = new ArrayList<>();
        for (JsonValue each : array) {
            if (!(each instanceof JsonObject tier)) {
                throw new Rejected("member-type", METHOD + ".tiers", METHOD + ".tiers are objects.");
            }
            Long from = count(tier, "from", 1);
            BigDecimal price = price(METHOD + ".tiers.price", tier.get("price"));
            if (from == null || price == null) {
                throw new Rejected("member-missing", METHOD + ".tiers", METHOD + ".tiers each have from and price.");
            }
            tiers.add(new PriceTier(from, price));
        }
        return tiers;
    }

    private static BigDecimal price(String member, JsonValue value) {
        return isAbsent(value) ? null : number(member, value);
    }

    private static Long count(JsonObject object, String name, long least) {
        JsonValue value = object.get(name);
        if (isAbsent(value)) {
            return null;
        }
        BigDecimal count = number(METHOD + "." + name, value);
        if (count.stripTrailingZeros().scale() > 0 || count.compareTo(BigDecimal.valueOf(least)) < 0) {
            throw invalid(METHOD + "." + name, "a whole number of at least " + least);
        }
        return count.longValueExact();
    }

    /** Within bounds that are cheap to reckon with. */
    private static BigDecimal number(String member, JsonValue value) {
        if (!(value instanceof JsonNumber number)) {
            throw new Rejected("member-type", member, member + " is a number.");
        }
        BigDecimal read = number.bigDecimalValue();
        if (read.scale() > FINEST || read.scale() < -FINEST || read.abs().compareTo(MOST) > 0) {
            throw invalid(member, "below " + MOST.toPlainString() + " and has few decimal places");
        }
        return read;
    }

    private static boolean isAbsent(JsonValue value) {
        return value == null || value == JsonValue.NULL;
    }

    private static Rejected invalid(String member, String what) {
        return new Rejected("member-invalid", member, member + " is " + what + ".");
    }
}
