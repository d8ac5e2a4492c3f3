package org.computility.system.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords under the platform's SM2 key, as B.1 and the platform's own login take them. */
@OnTheServer
@InTurn
class EncryptedPasswordsIT {

    private final Platform platform;
    private Sm2 sm2;

    EncryptedPasswordsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void fetchTheKey() {
        sm2 = Sm2.of(platform);
    }

    @Test
    void openATokenAndAreDifferentEachTime() {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        String once = sm2.encrypt(account.password());
        String again = sm2.encrypt(account.password());
        assertThat(once).isNotEqualTo(again);

        String token = login(account.username(), once).expect(201).json().getString("token");

        assertThat(platform.as(token).get("platform/v1/accounts/me").status()).isEqualTo(200);
        login(account.username(), again).expect(201);
        login(account.username(), again.toUpperCase(Locale.ROOT)).expect(201);
    }

    @Test
    void aWrongPasswordIsWrongWhenEncryptedToo() {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");

        problem(login(account.username(), sm2.encrypt("another password")), 401, "credentials-wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zz", "04", "00112233445566778899"})
    void whatIsNoCipherIsRefusedByName(String cipher) {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");

        Answer answer = login(account.username(), "SM2:" + cipher);

        problem(answer, 400, "password-cipher");
        assertThat(answer.json().getString("member")).isEqualTo("password");
    }

    @Test
    void aTamperedCipherOrOneForAnotherKeyIsRefusedByName() {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        String cipher = sm2.encrypt(account.password());
        String tampered = cipher.substring(0, cipher.length() - 1) + (cipher.endsWith("0") ? "1" : "0");

        problem(login(account.username(), tampered), 400, "password-cipher");
        problem(login(account.username(), Sm2.ofAnotherPlatform().encrypt(account.password())), 400, "password-cipher");
    }

    @Test
    void registerAndUnregisterCompute() {
        String code = platform.freshComputeCode();
        Platform.Account device = platform.deviceAccount(code);

        assertThat(register(code, device, sm2.encrypt(device.password())).data().getString("Token"))
                .isNotEmpty();

        Answer wrong = register(code, device, sm2.encrypt("another password"));
        assertThat(wrong.status()).as("%s", wrong).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo(40103);
        Answer garbled = register(code, device, "SM2:0011");
        assertThat(garbled.status()).as("%s", garbled).isEqualTo(400);
        assertThat(garbled.message()).contains("Password");
        JsonObject leave = Json.createObjectBuilder()
                .add("Code", code)
                .add("Username", device.username())
                .add("Password", sm2.encrypt(device.password()))
                .build();
        platform.anonymous().post("ACSMP/UnRegister", leave).expect(200);
    }

    private Answer login(String username, String password) {
        return platform.anonymous()
                .post(
                        "platform/v1/tokens",
                        Json.createObjectBuilder()
                                .add("username", username)
                                .add("password", password)
                                .build());
    }

    private Answer register(String code, Platform.Account device, String password) {
        return platform.anonymous()
                .post(
                        "ACSMP/Register",
                        Json.createObjectBuilder()
                                .add("Code", code)
                                .add("Type", "CAP")
                                .add("IP", "127.0.0.1")
                                .add("Port", 9)
                                .add("Username", device.username())
                                .add("Password", password)
                                .build());
    }

    private static void problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }
}
