package org.computility.compute.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.compute.NewNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterRequestTest {

    @ParameterizedTest
    @CsvSource({",true", "true,true", "false,false"})
    void aNodeServesAlgorithmsUnlessItSaysNo(Boolean said, boolean serves) {
        assertThat(request(said).node())
                .isEqualTo(new NewNode("11010800005050000001", "CAP", "10.0.0.1", 8001, "camera", "secret", serves));
    }

    @Test
    void noLogShowsThePassword() {
        assertThat(request(null).toString()).doesNotContain("secret");
        assertThat(request(null).node().toString()).doesNotContain("secret");
    }

    private static RegisterRequest request(Boolean supportAlgoService) {
        return new RegisterRequest(
                "11010800005050000001", "CAP", "10.0.0.1", 8001, "camera", "secret", supportAlgoService);
    }
}
