package org.computility.connector.meters.outbound;

import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.meters.MeterConnection;
import org.computility.connector.meters.MeterPoint;
import org.computility.connector.meters.PointReading;
import org.computility.connector.meters.protocol.DeviceClient;
import org.computility.connector.outbound.Handle;
import org.computility.connector.outbound.Place;

/** The application's end of a connection to a device that shows meters. */
public final class MeterHandle extends Handle<DeviceClient> implements MeterConnection {

    MeterHandle(Place place, DeviceClient client) {
        super(place, client);
    }

    @Override
    public List<PointReading> read(List<MeterPoint> points) throws RuntimeFailure {
        return client().read(points);
    }
}
