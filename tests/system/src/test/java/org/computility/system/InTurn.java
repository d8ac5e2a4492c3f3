package org.computility.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test class, or a method of one, that each build runs on one of the three servers, the next day's build on the next.
 * Rules that the application holds without its server's help carry it, and what kills a server, waits for minutes or opens browsers. The plain
 * way through each room, and classes about the edge, streams and the console's login never do.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface InTurn {

    /** Keeps what takes minutes apart: two of the same place share a server, 0 to 2. Others find theirs by their name. */
    int place() default -1;
}
