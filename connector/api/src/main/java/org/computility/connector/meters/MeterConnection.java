package org.computility.connector.meters;

import java.util.List;
import org.computility.connector.RuntimeFailure;

/** A connection to a device that shows meters. */
public interface MeterConnection extends AutoCloseable {

    /**
     * What the device shows at these points now, in their order: all over one connection, which is closed before this returns. A point that
     * the device does not have costs nothing but its own value.
     *
     * @throws RuntimeFailure UNREACHABLE, TIMED_OUT, NOT_ACCEPTED, GARBLED where the device does not answer at all; REFUSED for a point of
     *     another protocol
     */
    List<PointReading> read(List<MeterPoint> points) throws RuntimeFailure;

    @Override
    void close();
}
