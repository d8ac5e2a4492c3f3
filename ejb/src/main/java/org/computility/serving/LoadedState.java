package org.computility.serving;

/**
 * A service as it was loaded, and how it is now.
 *
 * @param leaving whether it is being unloaded
 */
public record LoadedState(AllowedService service, ServiceState status, boolean leaving) {

    /** Whether it takes tasks now. */
    public boolean runs() {
        return status.runs() && !leaving;
    }
}
