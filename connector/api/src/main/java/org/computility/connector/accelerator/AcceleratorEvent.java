package org.computility.connector.accelerator;

import java.time.Duration;
import org.computility.connector.RuntimeEvent;

/** News from one accelerator runtime, a node. */
public sealed interface AcceleratorEvent extends RuntimeEvent {

    /** A task's state or counters changed. */
    record TaskChanged(String computeCode, TaskReport task) implements AcceleratorEvent {}

    /** A service's state changed. */
    record ServiceChanged(String computeCode, LoadedService service) implements AcceleratorEvent {}

    /** A download went on, ended or failed. */
    record PackageProgress(String computeCode, DeliveredPackage delivered) implements AcceleratorEvent {}

    /** The event stream is open (again): whoever keeps a picture of the node should compare it now. */
    record StreamOpened(String computeCode) implements AcceleratorEvent {}

    /**
     * The event stream looks open, and its node sends less than it did: perhaps the node was cut off. If the node shows
     * life elsewhere, its stream should be opened anew.
     *
     * @param silence since the last byte
     */
    record StreamQuiet(String computeCode, Duration silence) implements AcceleratorEvent {}

    /** The event stream broke and could not be reopened at once; the adapter goes on trying. */
    record StreamLost(String computeCode, String message) implements AcceleratorEvent {}
}
