package org.computility.connector.accelerator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTargetTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, http://10.0.0.7:8080/ACSMP/Tasks",
        "node.example, http://node.example:8080/ACSMP/Tasks",
        "::1, http://[::1]:8080/ACSMP/Tasks"
    })
    void pathsLieBelowTheRootOfTheSouthboundApi(String host, String uri) throws RuntimeFailure {
        HttpRequest request =
                NodeTarget.of(address(host, "node", "secret")).request("/Tasks").build();

        assertThat(request.uri()).hasToString(uri);
    }

    @Test
    void theCredentialIsShownInUtf8() throws RuntimeFailure {
        HttpRequest request =
                NodeTarget.of(address("h", "节点", "pä:ss")).request("/Tasks").build();

        String shown = request.headers().firstValue("Authorization").orElseThrow();
        assertThat(new String(Base64.getDecoder().decode(shown.substring("Basic ".length())), StandardCharsets.UTF_8))
                .isEqualTo("节点:pä:ss");
    }

    @Test
    void neverShowsTheCredentialWhenItIsPrinted() throws RuntimeFailure {
        assertThat(NodeTarget.of(address("h", "node", "secret"))).hasToString("11010800005050000001@h:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a host", "a/b", "user@host", "[::1"})
    void anAddressThatIsNoneIsNotReachable(String host) {
        RuntimeFailure failure =
                catchThrowableOfType(RuntimeFailure.class, () -> NodeTarget.of(address(host, "node", "secret")));

        assertThat(failure).as(host).isNotNull().hasMessageStartingWith("Not an address");
        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.toString()).doesNotContain("secret");
    }

    private static RuntimeAddress address(String host, String username, String password) {
        return new RuntimeAddress("11010800005050000001", host, 8080, username, password);
    }
}
