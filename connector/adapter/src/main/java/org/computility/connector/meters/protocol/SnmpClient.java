package org.computility.connector.meters.protocol;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.MeterPoint;
import org.computility.connector.meters.MeterPoint.SnmpObject;
import org.computility.connector.meters.PointReading;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;

/** Asks a device over SNMP. */
public final class SnmpClient implements DeviceClient {

    /** In one request: an answer of so many objects fits into a datagram that every agent can send. */
    private static final int TOGETHER = 20;

    private final MeterDevice device;

    public SnmpClient(MeterDevice device) {
        this.device = device;
    }

    @Override
    public List<PointReading> read(List<MeterPoint> points) throws RuntimeFailure {
        List<SnmpObject> objects = new ArrayList<>();
        for (MeterPoint point : points) {
            objects.add(object(point));
        }
        try (SnmpSession session =
                SnmpSession.open(device, new UdpAddress(InetAddress.getByName(device.host()), device.port()))) {
            List<PointReading> readings = new ArrayList<>();
            for (int begin = 0; begin < objects.size(); begin += TOGETHER) {
                readings.addAll(read(session, objects.subList(begin, Math.min(begin + TOGETHER, objects.size()))));
            }
            return readings;
        } catch (IOException e) {
            throw new RuntimeFailure(Reason.UNREACHABLE, device + " cannot be asked: " + e.getMessage(), e);
        }
    }

    private static SnmpObject object(MeterPoint point) throws RuntimeFailure {
        if (point instanceof SnmpObject object) {
            return object;
        }
        throw new RuntimeFailure(Reason.REFUSED, "A device that speaks SNMP has objects only", null);
    }

    private List<PointReading> read(SnmpSession session, List<SnmpObject> objects) throws IOException, RuntimeFailure {
        PDU answer = session.get(
                objects.stream().map(object -> new OID(object.oid())).toList());
        if (answer == null) {
            throw new RuntimeFailure(
                    Reason.TIMED_OUT,
                    device + " does not answer in time; so does an agent that does not know who asks",
                    null);
        }
        if (answer.getType() == PDU.REPORT) {
            throw new RuntimeFailure(
                    Reason.NOT_ACCEPTED, device + " does not accept who asks: " + ManagedObjects.report(answer), null);
        }
        if (answer.getErrorStatus() != PDU.noError || answer.size() != objects.size()) {
            throw new RuntimeFailure(Reason.REFUSED, device + " refuses: " + answer.getErrorStatusText(), null);
        }
        List<PointReading> readings = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            readings.add(ManagedObjects.decode(objects.get(i), answer.get(i)));
        }
        return readings;
    }
}
