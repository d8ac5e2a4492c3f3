package org.computility.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.connector.accelerator.LoadedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlgorithmServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final AllowedService service = new AllowedService(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "11010800005050000001",
            "1101080000508000000120261101000000000001",
            List.of(new EnvItem("LEVEL", "info")),
            null,
            2,
            8,
            List.of("MOTION", "SOIL"));

    @Test
    void isOpenedOnItsWayToTheNode() {
        ServiceView opened = AlgorithmService.open(service, NOW).view();

        assertThat(opened.id()).isEqualTo(service.id().toString());
        assertThat(opened.status()).isEqualTo(ServiceState.INIT);
        assertThat(opened.env()).containsExactly(new ServiceView.Env("LEVEL", "info"));
        assertThat(opened.createdAt()).isEqualTo(NOW);
        assertThat(opened.message()).isNull();
    }

    @Test
    void hasRoomForAsManyTasksAsItWasOpenedFor() {
        ServiceRoom room = AlgorithmService.open(service, NOW).room();

        assertThat(room.slots()).isEqualTo(8);
        assertThat(room.algoDefCodes()).containsExactlyInAnyOrder("MOTION", "SOIL");
        assertThat(room.overloaded()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "worker-1", "0e2b1e6c-9d3a-4c4e-8f55", "0e2b1e6c-9d3a-4c4e-8f55-zzzzzzzzzzzz"})
    void whatHasNoUuidIsAStrangers(String id) {
        assertThat(AlgorithmService.isOurs(reported(id))).isFalse();
    }

    @Test
    void whatHasAUuidIsOurs() {
        assertThat(AlgorithmService.isOurs(reported("0E2B1E6C-9d3a-4c4e-8f55-0123456789ab")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"RUNNING,RUNNING", "ERROR,ERROR", "running,UNSPECIFIED", "LOST,UNSPECIFIED", ",UNSPECIFIED"})
    void aWordThatTheTableLacksIsAnUnknownState(String word, ServiceState state) {
        assertThat(ServiceState.reported(word)).isEqualTo(state);
    }

    @Test
    void variablesComeBackAsTheyWereWritten() {
        List<EnvItem> env = List.of(
                new EnvItem("QUOTE", "a \"b\" \\ 值"),
                new EnvItem("EMPTY", ""),
                new EnvItem("AUTH_SERVER_ADDR", "10.0.0.1:2", true));

        EnvColumn column = new EnvColumn();

        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(env)))
                .isEqualTo(env);
        assertThat(column.convertToDatabaseColumn(null)).isNull();
        assertThat(column.convertToEntityAttribute(null)).isNull();
    }

    private static LoadedService reported(String id) {
        return new LoadedService(id, "p", "RUNNING", 1, null, null);
    }
}
