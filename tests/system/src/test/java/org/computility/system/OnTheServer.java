package org.computility.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.computility.system.servers.ServerExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test class whose methods and constructors may take the {@link Platform} and the {@link ServerUnderTest}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServerExtension.class)
public @interface OnTheServer {}
