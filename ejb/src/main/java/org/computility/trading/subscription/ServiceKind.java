package org.computility.trading.subscription;

import java.util.UUID;
import org.computility.settlement.prices.Subject;
import org.computility.settlement.prices.SubjectKind;
import org.computility.shared.Member;

/** What can be subscribed to. */
public enum ServiceKind {
    /** A model that infers (A.4). */
    MODEL("model", "modelId", "api"),
    /** An application (A.5). */
    APPLICATION("application", "appId", "url");

    private final String word;
    private final Member resource;
    private final Member address;

    ServiceKind(String word, String resource, String address) {
        this.word = word;
        this.resource = new Member(resource);
        this.address = new Member(address);
    }

    /** {@code model}. */
    public String word() {
        return word;
    }

    /** How its tables call its number. */
    public Member resource() {
        return resource;
    }

    /** As price lists and orders call a publication of this kind. */
    public Subject subject(UUID publishId) {
        return new Subject(SubjectKind.valueOf(name()), publishId.toString());
    }

    /** How its tables call where it answers. */
    public Member address() {
        return address;
    }
}
