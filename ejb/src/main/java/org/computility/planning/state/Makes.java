package org.computility.planning.state;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The events that a statement makes. Run over instances in every state, the statement does exactly the transitions of
 * these events. A test runs each statement so, and finds any statement that writes states without this annotation.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Makes {

    /** One for each way in which the statement can be called. */
    InstanceEvent[] value();
}
