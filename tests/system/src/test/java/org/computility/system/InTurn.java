package org.computility.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test class of rules that the application holds without its server's help: each build runs the class on one of the three
 * servers, the next day's build on the next. The plain way through each room, and classes about the edge, batch jobs,
 * streams, the console's sessions and kills of what a server itself keeps never carry this.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface InTurn {}
