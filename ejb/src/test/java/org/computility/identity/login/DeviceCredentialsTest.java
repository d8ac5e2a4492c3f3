package org.computility.identity.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.identity.Role;
import org.computility.shared.Unauthenticated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceCredentialsTest {

    private static final String CODE = "11010800005050000001";

    private final DeviceCredentials credentials = new DeviceCredentials();
    private Role role = Role.DEVICE;

    DeviceCredentialsTest() {
        credentials.login = new Login() {
            @Override
            KnownAccount verify(String username, String sent, Supplier<Unauthenticated> wrong) {
                if (!username.equals("box-1") || !sent.equals("secret")) {
                    throw wrong.get();
                }
                return new KnownAccount(
                        UUID.randomUUID(), username, "hash", UUID.randomUUID(), Set.of(role), "110108", true);
            }
        };
    }

    @Test
    void whatBelongsTogetherIsTheDevice() {
        assertThat(credentials.check("box-1", "secret", CODE).computeCode()).isEqualTo(CODE);
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, secret, 11010800005050000001",
        "box-1, wrong, 11010800005050000001",
        "box-1, secret, 31010800005050000001"
    })
    void whicheverIsWrongTheWordsAreTheSame(String username, String password, String code) {
        refused(username, password, code);
    }

    @Test
    void soTheyAreForAnAccountThatIsNoDevices() {
        role = Role.OPERATOR;

        refused("box-1", "secret", CODE);
    }

    private void refused(String username, String password, String code) {
        assertThatThrownBy(() -> credentials.check(username, password, code))
                .isInstanceOf(Unauthenticated.class)
                .hasMessage("Username, Password and Code do not belong together.")
                .extracting("code", "member")
                .containsExactly("credentials-wrong", null);
    }
}
