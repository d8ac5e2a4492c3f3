package org.computility.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which path is whose, and what stands around an answer. */
class OperationTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "/Tasks, /ACSMP/Tasks, ''",
                "/Tasks, /ACSMP/Tasks/, none",
                "/Tasks, /ACSMP/Tasks/Start, none",
                "/Tasks, /Tasks, none",
                "/Tasks, /acsmp/Tasks, none",
                "/AlgoServices/{ID}, /ACSMP/AlgoServices/s-1, s-1",
                "/AlgoServices/{ID}, /ACSMP/AlgoServices/供, 供",
                "/AlgoServices/{ID}, /ACSMP/AlgoServices/, none",
                "/AlgoServices/{ID}, /ACSMP/AlgoServices, none",
                "/AlgoServices/{ID}, /ACSMP/AlgoServices/a/b, none",
                "/AlgoServices/{ID}, /ACSMP/AlgoServices/{ID}, {ID}"
            })
    void aPathIsAnOperationsOwnOrAnothers(String path, String called, String argument) {
        Operation operation = new Operation("GET", path, (id, body) -> JsonValue.NULL);

        assertThat(operation.argument(called)).isEqualTo(argument);
    }

    @Test
    void aSuccessHasTheCodeNoughtAndARefusalItsStatusTimesAHundred() {
        JsonValue data = Json.createArrayBuilder().add(1).build();

        assertThat(Envelope.of(200, "success", data)).isEqualTo("{\"Code\":0,\"Message\":\"success\",\"Data\":[1]}");
        assertThat(Envelope.of(200, "success", JsonValue.NULL)).isEqualTo("{\"Code\":0,\"Message\":\"success\"}");
        assertThat(Envelope.of(409, "it \"runs\"", JsonValue.NULL))
                .isEqualTo("{\"Code\":40900,\"Message\":\"it \\\"runs\\\"\"}");
    }
}
