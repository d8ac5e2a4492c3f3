package org.computility.connector;

/** Endpoint of the adapter's inbound side; a message-driven bean implements it. */
public interface RuntimeEventListener {

    /** One event; events of one runtime arrive in their order. */
    void onEvent(RuntimeEvent event);
}
