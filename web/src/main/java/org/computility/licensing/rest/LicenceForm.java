package org.computility.licensing.rest;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.computility.licensing.offline.AbilityQuota;
import org.computility.licensing.offline.NewLicence;
import org.computility.shared.Rejected;
import org.computility.shared.rest.contract.FormShape;
import org.computility.shared.rest.contract.coding.JsonText;
import org.computility.shared.rest.files.FormParts;

/**
 * The parts of T/BAX 0006.5 table E.1. {@code AbilityAuths} is JSON in a part of text: the standard prints no form of it. The parts
 * {@code ID} and {@code CreatedDate}, which the platform makes, are not read.
 */
final class LicenceForm {

    private static final String FILE = "File";
    private static final String PROVIDER = "Provider";
    private static final String DEVICE = "DeviceID";
    private static final String ABILITIES = "AbilityAuths";

    /** Where the sender names no file: the example of E.1 calls it so. */
    private static final String UNNAMED = "license";

    private static final int LONGEST_PROVIDER = 256;
    private static final int LONGEST_DEVICE = 20;
    private static final int LONGEST_ABILITIES = 400_000;

    private final FormParts parts;

    LicenceForm(FormParts parts) {
        this.parts = parts;
    }

    /** What is said of the file, held against the contract. */
    NewLicence said() throws IOException {
        JsonObjectBuilder sent = JSON.createObjectBuilder();
        if (parts.has(FILE)) {
            sent.add(FILE, parts.fileName(FILE).orElse(UNNAMED));
        }
        parts.text(PROVIDER, LONGEST_PROVIDER).ifPresent(text -> sent.add(PROVIDER, text));
        parts.text(DEVICE, LONGEST_DEVICE).ifPresent(text -> sent.add(DEVICE, text));
        parts.text(ABILITIES, LONGEST_ABILITIES)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> sent.add(ABILITIES, json(text)));
        JsonObject checked = FormShape.checked("LicenseParts", sent.build());
        return new NewLicence(
                checked.getString(PROVIDER),
                checked.getString(DEVICE, null),
                checked.getString(FILE),
                abilities(checked));
    }

    /** To be closed by the caller. */
    InputStream file() {
        return parts.file(FILE).orElseThrow();
    }

    private static JsonValue json(String text) {
        try {
            return JsonText.read(text).value();
        } catch (Rejected e) {
            throw new Rejected(
                    "ability-auths-invalid",
                    ABILITIES,
                    ABILITIES + " is a JSON array like [{\"AlgoDefCode\":\"motion\",\"Quota\":3}] in a part of text: "
                            + e.getMessage());
        }
    }

    private static List<AbilityQuota> abilities(JsonObject checked) {
        return checked.containsKey(ABILITIES)
                ? checked.getJsonArray(ABILITIES).getValuesAs(JsonObject.class).stream()
                        .map(one -> new AbilityQuota(
                                one.getString("AlgoDefCode"),
                                one.getJsonNumber("Quota").intValueExact()))
                        .toList()
                : List.of();
    }
}
