package org.computility.serving;

/** One variable of a service. */
public record EnvItem(String name, String value) {}
