package org.computility.audit;

import java.util.Objects;
import java.util.UUID;

/**
 * What is to be remembered of a call. Texts longer than the table takes are cut. Only the account and its organisation
 * may be unknown. An entry without action, target or source is refused at once, not when it is written.
 *
 * @param account who, or null for nobody known
 * @param organisationId whose, or null
 * @param action the method and the path as documented: {@code PATCH /platform/v1/accounts/{id}}
 * @param target on what
 * @param source from where: an IP address
 * @param outcome the HTTP status answered, or {@link #NO_ANSWER}
 */
public record AuditEntry(
        String account,
        UUID organisationId,
        String action,
        String target,
        String source,
        int outcome,
        String requestId) {

    /**
     * The outcome of a call whose server died before it could answer: nobody knows whether the call changed anything.
     */
    public static final int NO_ANSWER = 0;

    public AuditEntry {
        account = cut(account, 64);
        action = cut(Objects.requireNonNull(action, "action"), 200);
        target = cut(Objects.requireNonNull(target, "target"), 500);
        source = cut(Objects.requireNonNull(source, "source"), 64);
        requestId = cut(Objects.requireNonNull(requestId, "requestId"), 64);
    }

    private static String cut(String text, int length) {
        // NUL is the one character that PostgreSQL does not store.
        String storable = text == null ? null : text.replace('\0', ' ');
        return storable == null || storable.codePointCount(0, storable.length()) <= length
                ? storable
                : storable.substring(0, storable.offsetByCodePoints(0, length));
    }
}
