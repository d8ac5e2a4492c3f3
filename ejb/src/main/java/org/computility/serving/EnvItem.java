package org.computility.serving;

/**
 * One variable of a service.
 *
 * @param injected whether the platform added it for this service and its node; it is no other service's
 */
public record EnvItem(String name, String value, boolean injected) {

    /** One that whoever loads the service says. */
    public EnvItem(String name, String value) {
        this(name, value, false);
    }
}
