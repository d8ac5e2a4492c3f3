package org.computility.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThisServerTest {

    @Test
    void isNamedAsItsSettingSaysElseLikeItsHost() {
        assertThat(ThisServer.named(key -> Optional.of("north").filter(name -> key.equals("computility.server.name"))))
                .isEqualTo("north");
        assertThat(ThisServer.named(key -> Optional.empty())).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void hasANameThatPeopleCanRead(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> ThisServer.named(key -> Optional.of(name)));
        assertThatIllegalArgumentException().isThrownBy(() -> ThisServer.named(key -> Optional.of("n".repeat(101))));
    }

    @Test
    void isAnotherOneAfterEachStart() {
        assertThat(new ThisServer("north").id()).isNotEqualTo(new ThisServer("north").id());
    }
}
