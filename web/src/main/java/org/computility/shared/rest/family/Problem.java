package org.computility.shared.rest.family;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/**
 * RFC 9457 problem details.
 *
 * @param type the code as a URN; docs/failure-codes.md explains it
 * @param member the member of the request at fault, when one is
 */
public record Problem(
        String type, String title, int status, String detail, String code, String member, String requestId) {

    static final Answers ANSWERS = new Answers() {
        @Override
        public MediaType refusalType() {
            return TYPE;
        }

        @Override
        public Object refusal(Failure failure, String requestId) {
            return of(failure, requestId);
        }
    };

    private static final MediaType TYPE = new MediaType("application", "problem+json");

    private static Problem of(Failure failure, String requestId) {
        String words = failure.code().replace('-', ' ');
        return new Problem(
                "urn:computility:failure:" + failure.code(),
                words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                failure.status(),
                failure.message(),
                failure.code(),
                failure.member(),
                requestId);
    }
}
