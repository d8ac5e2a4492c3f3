package org.computility.serving;

/** A service as it was loaded, and how it is now. */
public record LoadedState(AllowedService service, ServiceState status) {

    /** Whether it takes tasks now. */
    public boolean runs() {
        return status.runs();
    }
}
