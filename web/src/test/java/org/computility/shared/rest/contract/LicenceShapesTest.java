package org.computility.shared.rest.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.computility.shared.Rejected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A licence is shown as it was issued: what its signature does not cover is not in it. */
class LicenceShapesTest {

    private static final Shapes SHAPES = new Shapes(ApiDescription.read());
    private static final String ID = "5f1d3a52-6f39-8a3a-9a53-0b7f0f5b1d11";

    @ParameterizedTest
    @ValueSource(strings = {"ShownLicence", "DeliveryRequest"})
    void theLicenceAsItWasIssuedFits(String schema) {
        assertThatCode(() -> SHAPES.check(schema, shown("", "", ""))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "licence      | licenses.extra",
                "restrictions | licenses.usage_restrictions.extra",
                "term         | licenses.license_term.extra"
            })
    void whatWasAddedIsRefused(String where, String member) {
        String added = ",\"extra\":\"resale is allowed\"";
        JsonValue altered = shown(
                where.equals("licence") ? added : "",
                where.equals("restrictions") ? added : "",
                where.equals("term") ? added : "");

        assertThatThrownBy(() -> SHAPES.check("ShownLicence", altered))
                .isInstanceOf(Rejected.class)
                .hasMessageStartingWith(member + " is not valid");
    }

    private static JsonValue shown(String inLicence, String inRestrictions, String inTerm) {
        String text = """
                {"licenses":{"licensesID":"%1$s","licensor":"a","licensee":"b","registrationID":"%1$s","dataID":"d",
                "resource_url":"https://example.org/","digital_watermarking":"w","digital_signature":"s",
                "usage_restrictions":{"prohibited":["RESALE"]%3$s},
                "license_term":{"startDate":"2026-11-28 16:00:00","endDate":"2027-11-28 16:00:00"%4$s}%2$s}}
                """.formatted(ID, inLicence, inRestrictions, inTerm);
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
