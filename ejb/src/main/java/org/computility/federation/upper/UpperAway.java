package org.computility.federation.upper;

import jakarta.ejb.ApplicationException;

/** The platform above cannot be told anything now; the message says why. What waits is sent later. */
@ApplicationException
public final class UpperAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UpperAway(String message) {
        super("The platform above " + message);
    }
}
