package org.computility.connector.accelerator.inbound;

import java.util.List;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.accelerator.protocol.EventStream;
import org.computility.connector.accelerator.protocol.StreamTiming;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.inbound.Delivery;
import org.computility.connector.inbound.Endpoint;

/** One watched node: its address and, while somebody listens, its stream and the events on their way. */
final class NodeEvents {

    private final RuntimeAddress address;
    private final List<Endpoint> endpoints;
    private EventStream stream;
    private Delivery delivery;

    NodeEvents(RuntimeAddress address, List<Endpoint> endpoints) {
        this.address = address;
        this.endpoints = endpoints;
    }

    RuntimeAddress address() {
        return address;
    }

    void open(RuntimeHttp http, StreamTiming timing) {
        delivery = new Delivery(address, endpoints, http.timer());
        stream = new EventStream(http, address, timing, delivery);
        delivery.from(stream);
        stream.start();
    }

    void hurry() {
        if (stream != null) {
            stream.hurry();
        }
    }

    void close() {
        if (stream != null) {
            delivery.stop();
            stream.close();
            stream = null;
        }
    }
}
