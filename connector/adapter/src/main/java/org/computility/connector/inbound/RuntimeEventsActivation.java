package org.computility.connector.inbound;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import org.computility.connector.RuntimeEventListener;

/** A message-driven bean's wish to hear the events of all watched runtimes; there is nothing to configure. */
@Activation(messageListeners = RuntimeEventListener.class)
public class RuntimeEventsActivation implements ActivationSpec {

    private ResourceAdapter resourceAdapter;

    @Override
    public void validate() {
        // Without properties there is nothing to get wrong.
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        resourceAdapter = adapter;
    }
}
