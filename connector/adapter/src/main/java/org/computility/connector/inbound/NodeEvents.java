package org.computility.connector.inbound;

import java.util.List;
import org.computility.connector.AcceleratorAddress;
import org.computility.connector.protocol.EventStream;
import org.computility.connector.protocol.RuntimeHttp;
import org.computility.connector.protocol.StreamTiming;

/** One watched node: its address and, while somebody listens, its stream and the events on their way. */
final class NodeEvents {

    private final AcceleratorAddress address;
    private final List<Endpoint> endpoints;
    private EventStream stream;
    private Delivery delivery;

    NodeEvents(AcceleratorAddress address, List<Endpoint> endpoints) {
        this.address = address;
        this.endpoints = endpoints;
    }

    AcceleratorAddress address() {
        return address;
    }

    void open(RuntimeHttp http, StreamTiming timing) {
        delivery = new Delivery(address, endpoints, http.timer());
        stream = new EventStream(http, address, timing, delivery);
        delivery.from(stream);
        stream.start();
    }

    void close() {
        if (stream != null) {
            delivery.stop();
            stream.close();
            stream = null;
        }
    }
}
