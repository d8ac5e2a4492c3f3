package org.computility.shared.rest.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.computility.shared.rest.contract.coding.BodyText;

/**
 * The schema in {@code openapi.yaml} that the JSON body must fit before the method is called. Members that are null are
 * dropped first, wherever they stand. A body that does not fit is refused with {@code body-not-json}, {@code member-missing},
 * {@code member-type}, {@code member-too-long} or {@code member-invalid}, naming the member. The body may be compressed by
 * gzip, and in a charset that its type declares ({@link BodyText}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Shape {

    /** A name below {@code components/schemas}. */
    String value();

    /** Whether members that are empty texts are dropped as well; a required member is then missing. For searches. */
    boolean emptyIsAbsent() default false;

    /**
     * Whether what no database holds is cleaned away first, wherever it stands, instead of refused: for what devices deliver, which
     * nobody can correct. U+0000 and halves of surrogate pairs become U+FFFD; members whose numbers are beyond a double are left out.
     */
    boolean cleaned() default false;
}
