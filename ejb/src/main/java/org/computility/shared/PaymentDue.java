package org.computility.shared;

/** Nothing but a payment stands between the caller and this (402). */
public final class PaymentDue extends BusinessFailure {

    private static final long serialVersionUID = 1L;

    public PaymentDue(String code, String message) {
        super(402, code, null, message);
    }

    /** The message says {@code {member}} where the family that was called writes the member. */
    public PaymentDue(String code, Member member, String message) {
        super(402, code, member, message);
    }
}
