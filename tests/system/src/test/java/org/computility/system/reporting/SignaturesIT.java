package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.system.reporting.ProjectsAndCentersIT.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

/** The header {@code sign} of TC609: absent, another's, stale, used before. */
@InTurn
@OnTheServer
class SignaturesIT {

    private static final String PATH = "api/project";

    private final Platform platform;
    private final Reporter reporter;
    private final Visitor visitor;

    SignaturesIT(Platform platform) {
        this.platform = platform;
        reporter = new Reporter(platform);
        visitor = platform.as(reporter.token);
    }

    @Test
    void aRequestWithoutASignatureOrWithAnothersIsRefused() {
        String body = reporter.project(reporter.freshName("一期"), "{}").toString();
        String sign = Signer.sign(
                reporter.token, "POST", visitor.request(PATH).build().uri(), body);
        Reporter other = new Reporter(platform);

        refused(visitor.post(PATH, body), 400, 10006, "sign");
        refused(visitor.get(PATH), 400, 10006, "sign");
        refused(reporter.calls.signedAs("0".repeat(64), "POST", PATH, body), 401, 10001, "sign");
        refused(reporter.calls.signedAs(sign, "POST", PATH, body + " "), 401, 10001, "sign");
        refused(reporter.calls.signedAs(sign, "POST", PATH + "?a=1", body), 401, 10001, "sign");
        refused(reporter.calls.signedAs(sign, "PUT", PATH, body), 401, 10001, "sign");
        refused(other.calls.signedAs(sign, "POST", PATH, body), 401, 10001, "sign");
        refused(new Signer(platform.anonymous()).get(PATH), 401, 10002, "token");
        assertThat(reporter.calls.get(PATH).data().getInt("total")).isZero();
        reporter.calls.signedAs(sign, "POST", PATH, body).expect(200);
        platform.as(reporter.token).delete("platform/v1/tokens/current").expect(204);
        refused(reporter.calls.signedAs(sign, "POST", PATH, body), 401, 10002, "");
    }

    @Test
    void aFreshSignatureIsGoodOnceAndForMinutes() {
        long now = Instant.now().getEpochSecond();
        String body = reporter.project(reporter.freshName("一期"), "{}").toString();

        reporter.calls.fresh("POST", PATH, body, "" + now, "n-1").expect(200);
        refused(reporter.calls.fresh("POST", PATH, body, "" + now, "n-1"), 401, 10001, "sign-nonce");
        refused(reporter.calls.fresh("GET", PATH, "", "" + (now - 400), "n-2"), 401, 10001, "sign-time");
        refused(reporter.calls.fresh("GET", PATH, "", "" + (now + 400), "n-2"), 401, 10001, "sign-time");
        reporter.calls.fresh("GET", PATH, "", "" + now, "n-2").expect(200);
        // Another account's nonces are its own.
        new Reporter(platform).calls.fresh("GET", PATH, "", "" + now, "n-2").expect(200);
    }

    @Test
    void anAdministratorSaysHowCloselyAnAccountIsChecked() {
        String account = platform.as(reporter.token)
                .get("platform/v1/accounts/me")
                .expect(200)
                .json()
                .getString("id");
        String setting = "platform/v1/monitoring/sign-checks/" + account;
        assertThat(platform.asAdmin().get(setting).expect(200).json().getString("mode"))
                .isEqualTo("VERIFY");

        platform.asAdmin().put(setting, mode("PRESENT")).expect(200);
        reporter.calls.signedAs("of our own rule", "GET", PATH, "").expect(200);
        refused(visitor.get(PATH), 400, 10006, "sign");
        platform.asAdmin().put(setting, mode("FRESH")).expect(200);
        refused(reporter.calls.get(PATH), 400, 10005, "sign-time");
        assertThat(visitor.put(setting, mode("PRESENT")).status()).isEqualTo(403);
        assertThat(platform.asAdmin()
                        .put(setting.replace(account, "0b6b5c1e-7d0c-4b57-9a0f-2f9a3f1d1c55"), mode("FRESH"))
                        .failure())
                .isEqualTo("account-unknown");
    }

    private static JsonObject mode(String mode) {
        return Json.createObjectBuilder().add("mode", mode).build();
    }
}
