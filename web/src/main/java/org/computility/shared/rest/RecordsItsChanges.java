package org.computility.shared.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that mostly changes nothing. Where it does change something, its room leaves the audit record, in the
 * transaction of the change. A refused call leaves a record as any other does.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RecordsItsChanges {

    /** On what a refused call was to act, written as for {@link Audited}. */
    String[] value() default {};
}
