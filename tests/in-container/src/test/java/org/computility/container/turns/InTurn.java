package org.computility.container.turns;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test class that each build runs in one of the two containers, the next day's build in the other: its deployment costs more than its tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InTurn {

    /** Classes of the same place share a container that day: 0 or 1. */
    int place();
}
