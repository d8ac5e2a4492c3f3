package org.computility.shared.database.outage;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A timer that leaves its rounds out while the database does not answer: each would fail, and fill the log. It stands on the
 * {@code @Schedule} of a bean that manages transactions itself: Payara gives a timer a transaction whatever {@code
 * TransactionAttribute} says of its class, and takes it away for good when two have been rolled back, as in an outage.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WhileDatabaseAnswers {}
