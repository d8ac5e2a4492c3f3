package org.computility.planning.dispatch.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.computility.compute.FakeAccelerators;
import org.computility.compute.NodeAddress;
import org.computility.connector.RuntimeFailure.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FarewellTest {

    private static final UUID TASK = UUID.randomUUID();
    private static final TasksLeft LEFT =
            new TasksLeft(new NodeAddress("gate", "127.0.0.1", 9, "device", new byte[0], Instant.EPOCH), List.of(TASK));

    private final FakeAccelerators accelerators = new FakeAccelerators();
    private final Farewell farewell = new Farewell() {
        @Override
        Executor helpers() {
            return Runnable::run;
        }
    };

    @BeforeEach
    void assemble() {
        accelerators.node("gate");
        farewell.accelerators = accelerators;
    }

    @Test
    void aNodeThatHasLeftIsToldToStopWhatItRan() {
        farewell.on(LEFT);

        assertThat(accelerators.node("gate").asked()).containsExactly("stop [" + TASK + "]");
    }

    @Test
    void aNodeThatIsSwitchedOffIsNoFault() {
        accelerators.node("gate").fails(Reason.UNREACHABLE);

        assertThatCode(() -> farewell.on(LEFT)).doesNotThrowAnyException();
    }
}
