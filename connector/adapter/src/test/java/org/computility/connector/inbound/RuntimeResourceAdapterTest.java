package org.computility.connector.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import java.io.IOException;
import java.time.Duration;
import org.computility.connector.accelerator.AcceleratorEvent.StreamOpened;
import org.computility.connector.accelerator.inbound.Watches;
import org.computility.connector.accelerator.protocol.FakeNode;
import org.junit.jupiter.api.Test;

class RuntimeResourceAdapterTest {

    private final RuntimeResourceAdapter adapter = new RuntimeResourceAdapter();

    @Test
    void deliversToABeanBetweenActivationAndStop() throws IOException, ResourceException {
        try (FakeNode node = new FakeNode();
                FakeServer server = new FakeServer()) {
            adapter.start(server);
            adapter.endpointActivation(server, new RuntimeEventsActivation());
            // Another instance watches: what the instances know they know together.
            Watches.shared().watch(node.address("n"));
            await().untilAsserted(() -> assertThat(server.heard()).containsExactly(new StreamOpened("n")));

            adapter.endpointDeactivation(server, new RuntimeEventsActivation());
            adapter.stop();
            node.sendFrames(1);
            await().during(Duration.ofMillis(200)).until(() -> server.heard().size() == 1);
        }
    }

    @Test
    void refusesActivationsOfOtherAdapters() {
        ActivationSpec other = new ActivationSpec() {
            @Override
            public void validate() {}

            @Override
            public ResourceAdapter getResourceAdapter() {
                return null;
            }

            @Override
            public void setResourceAdapter(ResourceAdapter ignored) {}
        };

        assertThatThrownBy(() -> adapter.endpointActivation(null, other)).isInstanceOf(NotSupportedException.class);
    }

    @Test
    void takesNoPartInRecovery() {
        assertThat(adapter.getXAResources(new ActivationSpec[0])).isEmpty();
    }
}
