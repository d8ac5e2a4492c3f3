package org.computility.architecture.sinners.planning.there;

import org.computility.architecture.sinners.planning.here.Here;

/** The other half. */
public class There {

    Here here;
}
