package org.computility.connector.meters.protocol;

import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.meters.MeterConnection;
import org.computility.connector.meters.MeterPoint;
import org.computility.connector.meters.PointReading;

/** Speaks to one device. Holds no socket between calls, so that a device with room for one caller serves every server in turn. */
public interface DeviceClient {

    /** As {@link MeterConnection#read}. */
    List<PointReading> read(List<MeterPoint> points) throws RuntimeFailure;
}
