package org.computility.algopackage;

/**
 * A setting that a service of the package takes, such as {@code AUTH_SERVER_ADDR} or {@code LOG_LEVEL}.
 *
 * @param name a letter or underscore, then letters, digits and underscores
 * @param value the default, maybe empty
 * @param required a service without a value for it is refused
 */
public record EnvVariable(String name, String value, String description, boolean required) {}
