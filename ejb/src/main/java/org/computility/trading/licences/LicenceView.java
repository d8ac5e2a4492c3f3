package org.computility.trading.licences;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;

/**
 * A licence (T/AI 123.12 table A.37). Its holder shows it as it was given.
 *
 * @param watermark binds licence, licensee and data; a signature of the licensor that anybody verifies, as docs/trading.md says
 * @param signature of the licensor over the rest, as docs/trading.md says
 */
public record LicenceView(
        @JsonbProperty("licensesID") String licenceId,
        String licensor,
        String licensee,
        @JsonbProperty("registrationID") String registrationId,
        @JsonbProperty("dataID") String dataId,
        @JsonbProperty("resource_url") String resourceUrl,
        @JsonbProperty("digital_watermarking") String watermark,
        @JsonbProperty("digital_signature") String signature,
        @JsonbProperty("usage_restrictions") Restrictions restrictions,
        @JsonbProperty("license_term") Term term) {

    /** What the licensee must not do with the data. */
    public record Restrictions(List<String> prohibited) {

        static final Restrictions USUAL = new Restrictions(List.of("RESALE", "REDISTRIBUTION", "UNLAWFUL_USE"));

        public Restrictions {
            prohibited = List.copyOf(prohibited);
        }
    }

    /** From when until when: {@code yyyy-MM-dd HH:mm:ss} in the platform's zone, the end not included. */
    public record Term(String startDate, String endDate) {}
}
