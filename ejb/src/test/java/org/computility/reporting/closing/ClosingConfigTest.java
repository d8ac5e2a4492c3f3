package org.computility.reporting.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.computility.identity.Role;
import org.computility.operations.declared.JobParameter;
import org.computility.operations.declared.MonthlyTime;
import org.junit.jupiter.api.Test;

class ClosingConfigTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String CLOSE = "computility.month.close";

    @Test
    void defaults() {
        assertThat(from(Map.of()).close()).contains(new MonthlyTime(2, LocalTime.of(5, 0), ZONE));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(CLOSE, "off")).close()).isEmpty();
        assertThat(from(Map.of(CLOSE, " 5 06:30 ")).close()).contains(new MonthlyTime(5, LocalTime.of(6, 30), ZONE));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of(CLOSE, "31 05:00")))
                .withMessageContaining(CLOSE);
    }

    @Test
    void theJobClosesTheMonthBeforeAndAdministratorsStartIt() {
        CloseMonthJob job = new CloseMonthJob(from(Map.of()));

        assertThat(job.name()).isEqualTo("close-month");
        assertThat(job.schedule()).isEqualTo(from(Map.of()).close());
        assertThat(job.startedBy()).containsExactly(Role.ADMINISTRATOR);
        assertThat(job.parameters())
                .extracting(JobParameter::name, JobParameter::byDefault)
                .containsExactly(tuple("monthsBack", "1"), tuple("atOnce", "20"));
    }

    private static ClosingConfig from(Map<String, String> settings) {
        return ClosingConfig.from(key -> Optional.ofNullable(settings.get(key)), ZONE);
    }
}
