package org.computility.architecture.sinners.results;

import org.computility.architecture.sinners.results.hall.Hall;

/** Leads into its own sub-room, which leads back. */
public class Door {

    Hall hall;
}
