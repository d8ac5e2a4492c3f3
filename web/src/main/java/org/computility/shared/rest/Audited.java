package org.computility.shared.rest;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A call that leaves an audit record, whatever its HTTP method. It stands on methods (an interceptor's binding must be allowed on types,
 * too): a {@link CollisionRepeater} stands around each.
 *
 * <p>A target may hold names in braces. {@code {ID}} is a parameter of the path, else a member of the JSON body, or a
 * parameter of the query where there is no body; {@code {ID|Code}} is the first of the two that is there. {@code
 * {answer}} is what the method returned, {@code {answer.id}} a component of it: both are known after success only.
 * {@code {caller.computeCode}} is the compute of the caller's token.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Audited {

    /**
     * On what the call acts: {@code task plan {ID}}. Of several targets, the first whose names are all known is
     * recorded. Without such a target, or when the call was refused before its method could be called, the path is
     * recorded.
     */
    @Nonbinding
    String[] value() default {};

    /** The member of the body ({@code user.name}: of a member of it) that names the account, for calls that come without a token. */
    @Nonbinding
    String by() default "";
}
