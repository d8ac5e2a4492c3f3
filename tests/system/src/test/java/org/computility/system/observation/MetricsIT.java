package org.computility.system.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.computility.system.servers.TestSettings;
import org.junit.jupiter.api.Test;

@OnTheServer
class MetricsIT {

    private static final String METRICS = "platform/v1/metrics";
    private static final String OPEN = "application/openmetrics-text";

    @Test
    void tellsWhatTheServerDoesAndWhatTheDatabaseHolds(Platform platform) {
        String text = scraper(platform).get(METRICS).expect(200).text();

        assertThat(text)
                .contains("computility_database_up 1.0")
                .contains("computility_nodes{state=\"online\"}")
                .contains("computility_jobs{kind=\"training\",state=\"pending\"}")
                .contains("jvm_memory_used_bytes{")
                .contains("process_uptime_seconds ");
    }

    @InTurn
    @Test
    void writesWhatIsAsked(Platform platform) {
        Answer plain = accepting(platform, "text/plain");
        assertThat(type(plain)).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(plain.text()).doesNotContain("# EOF");

        Answer open = accepting(platform, OPEN + ";version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1");
        assertThat(type(open)).isEqualTo(OPEN + "; version=1.0.0; charset=utf-8");
        assertThat(open.text()).endsWith("# EOF\n");

        assertThat(accepting(platform, "image/png").status()).isEqualTo(406);
        Answer head = scraper(platform)
                .send(scraper(platform)
                        .request(METRICS)
                        .method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody())
                        .build());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @InTurn
    @Test
    void countsRequestsByTheOperationThatTookThemAndNeverByTheirPaths(Platform platform) {
        String nobody = "no-such-" + platform.freshName("job");
        platform.asAdmin().get("platform/v1/jobs/" + nobody);
        platform.asAdmin().get("platform/v1/" + nobody).expect(404);
        platform.anonymous().get("api/project?id=1").expect(401, 400);

        String text = scraper(platform).get(METRICS).expect(200).text();

        assertThat(text).doesNotContain(nobody);
        assertThat(text)
                .containsPattern(
                        "http_server_requests_seconds_count\\{[^}]*operation=\"none\"[^}]*status=\"404\"[^}]*} [1-9]")
                .containsPattern("http_server_requests_seconds_bucket\\{family=\"monitoring\",method=\"GET\","
                        + "operation=\"/api/project\",status=\"40[01]\",le=\"0.05\"} ");
    }

    @InTurn
    @Test
    void strangersAndWhoeverDoesNotWatchSeeNothing(Platform platform) {
        assertThat(platform.anonymous().get(METRICS).expect(401).failure()).isEqualTo("token-missing");
        assertThat(platform.as("x".repeat(43)).get(METRICS).expect(401).failure())
                .isEqualTo("token-unknown");
        Platform.Account consumer = platform.account(platform.freshOrganisation(), "CONSUMER");
        assertThat(platform.as(platform.login(consumer.username(), consumer.password()))
                        .get(METRICS)
                        .expect(403)
                        .failure())
                .isEqualTo("role-missing");
    }

    @InTurn
    @Test
    void peopleOfTheHouseSeeThemWithTheirOwnTokens(Platform platform) {
        Platform.Account auditor = platform.account(platform.freshOrganisation(), "AUDITOR");

        platform.as(platform.login(auditor.username(), auditor.password()))
                .get(METRICS)
                .expect(200);
        platform.asAdmin().get(METRICS).expect(200);
    }

    private static Answer accepting(Platform platform, String types) {
        Visitor scraper = scraper(platform);
        return scraper.send(scraper.request(METRICS).header("Accept", types).build());
    }

    private static String type(Answer answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .orElse("")
                .replace(";version", "; version")
                .replace(";charset", "; charset");
    }

    private static Visitor scraper(Platform platform) {
        return platform.as(TestSettings.METRICS_TOKEN);
    }
}
