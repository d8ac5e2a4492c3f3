package org.computility.shared.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that mostly changes nothing: it does nothing new, or it is refused. Where it does change something, its room leaves the audit record, in the
 * transaction of the change. A refused call leaves a record as any other does, unless it says something else.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RecordsItsChanges {

    /** On what a refused call was to act, written as for {@link Audited}. */
    String[] value() default {};

    /** Whether refused calls leave a record. Not where strangers could fill the log with them, though they tried nobody's secret. */
    boolean refusals() default true;
}
