package org.computility.system.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Sketch;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad logins and logouts. */
@OnTheServer
@InTurn
class TokenRefusalsIT {

    private static final String TOKENS = "platform/v1/tokens";
    private static final String CURRENT = "platform/v1/tokens/current";

    private final Platform platform;

    TokenRefusalsIT(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'password':'b'}                     | member-missing  | username",
                "{'username':'','password':'b'}       | member-missing  | username",
                "{'username':null,'password':'b'}     | member-missing  | username",
                "{'username':'a'}                     | member-missing  | password",
                "{'username':'a','password':''}       | member-missing  | password",
                "{'username':['a'],'password':'b'}    | member-type     | username",
                "{'username':'a','password':7}        | member-type     | password",
                "{'username':'x*65','password':'b'}   | member-too-long | username",
                "{'username':'a','password':'x*2049'} | member-too-long | password",
                "{'username':'a','password':'x*257'}  | member-too-long | password",
                "[]                                   | member-type     | body"
            })
    void aBadLoginIsRefusedByName(String body, String code, String member) {
        Refusals.check(platform.anonymous().post(TOKENS, Sketch.text(body)), 400, code, member);
    }

    @Test
    void aLogoutNeedsATokenAndEndsItOnce() {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        Visitor other = platform.as(platform.login(account.username(), account.password()));
        Visitor leaving = platform.as(platform.login(account.username(), account.password()));

        refused(platform.anonymous().delete(CURRENT), "token-missing");
        refused(platform.as("never-issued").delete(CURRENT), "token-unknown");
        assertThat(leaving.delete(CURRENT).status()).isEqualTo(204);
        refused(leaving.delete(CURRENT), "token-unknown");

        other.get("platform/v1/accounts/me").expect(200);
    }

    private static void refused(Answer answer, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(401);
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }
}
