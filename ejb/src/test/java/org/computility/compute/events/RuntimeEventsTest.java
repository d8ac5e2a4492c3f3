package org.computility.compute.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.computility.compute.heartbeat.Keepalives;
import org.computility.connector.RuntimeEvent;
import org.computility.connector.accelerator.AcceleratorEvent;
import org.computility.shared.FiredEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuntimeEventsTest {

    private static final RuntimeEvent OPENED = new AcceleratorEvent.StreamOpened("11010800005020000001");
    private static final RuntimeEvent LOST = new AcceleratorEvent.StreamLost("11010800005020000001", "gone");

    private static final RuntimeEvent QUIET =
            new AcceleratorEvent.StreamQuiet("11010800005020000001", Duration.ofSeconds(7));

    private final RuntimeEvents events = new RuntimeEvents();
    private final List<String> asked = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final FiredEvents<RuntimeEvent> fired = new FiredEvents<>();

    @BeforeEach
    void connect() {
        events.events = fired;
        events.keepalives = new Keepalives() {
            @Override
            public void heardFrom(String code) {
                heard.add(code);
            }
        };
        events.context = (SessionContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SessionContext.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return null;
                });
    }

    @Test
    void everyEventButALostOrQuietStreamShowsThatItsNodeLives() {
        events.take(OPENED);
        events.take(LOST);
        events.take(QUIET);

        assertThat(fired.news()).containsExactly(OPENED, LOST, QUIET);
        assertThat(heard).containsExactly(OPENED.computeCode());
    }

    @Test
    void aFailureReachesTheAdapterWhichRepeats() {
        failing(new EJBException(new IllegalStateException("the database is away")));

        assertThatThrownBy(() -> events.take(OPENED)).isInstanceOf(EJBException.class);
    }

    @Test
    void whatMakesNoSenseIsDroppedAndUndone() {
        failing(new EJBException(new IllegalArgumentException("no such state: 0")));

        events.take(OPENED);

        assertThat(asked).containsExactly("setRollbackOnly");
    }

    @Test
    void whatNoColumnHoldsIsDroppedAndUndone() {
        failing(new EJBException(new RuntimeException(new SQLException("invalid byte sequence", "22021"))));

        events.take(OPENED);

        assertThat(asked).containsExactly("setRollbackOnly");
    }

    @Test
    void aLockThatWasNotHadIsNoNonsense() {
        failing(new EJBException(new RuntimeException(new SQLException("deadlock detected", "40P01"))));

        assertThatThrownBy(() -> events.take(OPENED)).isInstanceOf(EJBException.class);
        assertThat(asked).isEmpty();
    }

    private void failing(EJBException failure) {
        events.events = new FiredEvents<>() {
            @Override
            public void fire(RuntimeEvent event) {
                throw failure;
            }
        };
    }
}
