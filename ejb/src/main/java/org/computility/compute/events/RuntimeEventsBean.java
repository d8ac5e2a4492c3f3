package org.computility.compute.events;

import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import org.computility.connector.RuntimeEvent;
import org.computility.connector.RuntimeEventListener;

/**
 * Where the connector delivers what the nodes tell.
 *
 * <p>Nothing is injected here by CDI. Message-driven beans are made when their first messages come, and Payara then
 * adds their CDI injection points to a plain {@code HashMap} that every REST request reads to make its resource (Jersey
 * 3.1.11, {@code InjecteeSkippingAnalyzer}): when the map grew in that moment, a request was answered 500.
 */
@MessageDriven(messageListenerInterface = RuntimeEventListener.class)
public class RuntimeEventsBean implements RuntimeEventListener {

    @EJB
    private RuntimeEvents events;

    @Override
    public void onEvent(RuntimeEvent event) {
        events.take(event);
    }
}
