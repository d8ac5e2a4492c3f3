package org.computility.architecture.sinners.identity;

import jakarta.ejb.Stateless;

/** Sins by a method that no server would call. */
@Stateless
public class Bean {

    void hidden() {}
}
