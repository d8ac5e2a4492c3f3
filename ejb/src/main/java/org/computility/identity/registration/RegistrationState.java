package org.computility.identity.registration;

/** What became of a registration; all but the first are final. */
public enum RegistrationState {
    PENDING,
    APPROVED,
    REFUSED,
    EXPIRED
}
