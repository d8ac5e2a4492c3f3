package org.computility.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.computility.runtime.http.HalfAnswers;
import org.computility.runtime.results.ResultPost.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ResultPostTest {

    @Test
    void aReceiverThatStopsInTheMiddleOfItsAnswerIsAskedAgainLater() throws Exception {
        try (HalfAnswers receiver = new HalfAnswers(new byte[1000], 1)) {
            ResultPost post = new ResultPost(new NoPlatform(), Duration.ofSeconds(1));

            assertThat(send(post, receiver.url())).isEqualTo(Outcome.LATER);
            assertThat(send(post, receiver.url())).isEqualTo(Outcome.TAKEN);
        }
    }

    private static Outcome send(ResultPost post, URI receiver) throws Exception {
        return post.send(receiver.toString(), List.of(new byte[] {'{', '}'})).get(20, TimeUnit.SECONDS);
    }
}
