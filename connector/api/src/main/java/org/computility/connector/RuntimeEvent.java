package org.computility.connector;

/** News from one runtime. */
public sealed interface RuntimeEvent {

    /** The node it is about. */
    String computeCode();

    /** A task's state or counters changed. */
    record TaskChanged(String computeCode, TaskReport task) implements RuntimeEvent {}

    /** A service's state changed. */
    record ServiceChanged(String computeCode, LoadedService service) implements RuntimeEvent {}

    /** A download went on, ended or failed. */
    record PackageProgress(String computeCode, DeliveredPackage delivered) implements RuntimeEvent {}

    /** The event stream is open (again): whoever keeps a picture of the node should compare it now. */
    record StreamOpened(String computeCode) implements RuntimeEvent {}

    /** The event stream broke and could not be reopened at once; the adapter goes on trying. */
    record StreamLost(String computeCode, String message) implements RuntimeEvent {}
}
