package org.computility.connector.jobs.protocol.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    private static final long SELF = ProcessHandle.current().pid();

    private final String ticks = Files.readString(Path.of("/proc/self/stat"))
            .replaceAll(".*\\) ", "")
            .split(" ")[19];
    private final String boot =
            Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();

    SupervisorTest() throws Exception {}

    @Test
    void isAliveWhileItsProcessIs() {
        assertThat(Supervisor.parse(SELF + " " + ticks + " " + boot + "\n").isAlive())
                .isTrue();
    }

    @Test
    void isNotAnotherProcessWithTheSameNumber() {
        assertThat(new Supervisor(SELF, ticks + "0", boot).isAlive()).isFalse();
        assertThat(new Supervisor(SELF, ticks, "another-start-of-the-machine").isAlive())
                .isFalse();
    }

    @Test
    void nonsenseIsNoSupervisor() {
        assertThatThrownBy(() -> Supervisor.parse("1 2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Supervisor.parse("x 2 3")).isInstanceOf(IllegalArgumentException.class);
    }
}
