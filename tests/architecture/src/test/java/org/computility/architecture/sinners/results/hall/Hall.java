package org.computility.architecture.sinners.results.hall;

import org.computility.architecture.sinners.results.Door;

/** Leads back. */
public class Hall {

    Door door;
}
