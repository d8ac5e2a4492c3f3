package org.computility.runtime.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient.Redirect;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.computility.runtime.NodeFixture;
import org.computility.runtime.http.HalfAnswers;
import org.computility.runtime.http.PatientHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DownloadTest {

    @TempDir
    Path temp;

    @Test
    void aBodyThatFallsSilentIsGivenUpAndTheNextAttemptGoesOnThere() throws Exception {
        byte[] content = new byte[100_000];
        new Random(1).nextBytes(content);
        try (HalfAnswers server = new HalfAnswers(content, 1)) {
            Path part = temp.resolve("part");
            PatientHttp http = new PatientHttp(Redirect.NEVER, Duration.ofSeconds(1));
            Download download = new Download(server.url(), content.length, NodeFixture.md5(content), part, http);

            assertThatThrownBy(() -> download.run(progress -> {})).isInstanceOf(HttpTimeoutException.class);
            download.run(progress -> {});

            assertThat(Files.readAllBytes(part)).isEqualTo(content);
            assertThat(server.ranges).containsExactly("null", "bytes=50000-");
        }
    }
}
