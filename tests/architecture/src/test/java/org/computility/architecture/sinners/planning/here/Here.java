package org.computility.architecture.sinners.planning.here;

import org.computility.architecture.sinners.planning.there.There;

/** Half of a cycle. */
public class Here {

    There there;
}
