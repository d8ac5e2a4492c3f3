package org.computility.trading.licences;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** What is signed of a licence: its JSON without the signature, canonical by RFC 8785. */
final class LicenceText {

    private LicenceText() {}

    static String of(LicenceView licence) {
        JsonObjectBuilder text = JSON.createObjectBuilder()
                .add("licensesID", licence.licenceId())
                .add("licensor", licence.licensor())
                .add("licensee", licence.licensee())
                .add("registrationID", licence.registrationId())
                .add("dataID", licence.dataId())
                .add("resource_url", licence.resourceUrl())
                .add("digital_watermarking", licence.watermark())
                .add(
                        "usage_restrictions",
                        JSON.createObjectBuilder()
                                .add(
                                        "prohibited",
                                        JSON.createArrayBuilder(
                                                licence.restrictions().prohibited())))
                .add(
                        "license_term",
                        JSON.createObjectBuilder()
                                .add("startDate", licence.term().startDate())
                                .add("endDate", licence.term().endDate()));
        try {
            return new JsonCanonicalizer(text.build().toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
