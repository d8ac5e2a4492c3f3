package org.computility.shared.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.shared.idempotency.IdempotencyKeys;
import org.computility.shared.idempotency.KeptAnswer;
import org.computility.shared.rest.FakeCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFilterTest {

    private final List<String> happened = new ArrayList<>();
    private final ContainerRequestContext call =
            new FakeCall("POST", "things").header("Idempotency-Key", "k-1").request();
    private final IdempotencyKeys keys = new IdempotencyKeys() {
        @Override
        public void answer(String scope, byte[] fingerprint, int status, Optional<KeptAnswer> answer) {
            happened.add("kept " + status + " of "
                    + answer.map(kept -> kept.body().length + " bytes").orElse("too many bytes"));
            if (status == 202) {
                throw new IllegalStateException("no database");
            }
        }

        @Override
        public void release(String scope) {
            happened.add("released");
        }

        @Override
        public void ends(String scope) {
            happened.add("ended");
        }
    };
    private final AnswerFilter filter = new AnswerFilter(keys);

    @BeforeEach
    void begin() {
        KeyedCall.begin(call, "somebody", "k-1");
        keyed().granted();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void whoIsToldToComeAgainMay(int status) {
        filter.filter(call, FakeCall.answer(status, "a refusal", Map.of()));

        assertThat(happened).containsExactly("released", "ended");
        assertThat(keyed().isGranted()).isFalse();
    }

    @Test
    void aRefusalThatSaysWhenToComeAgainIsNotKept() {
        filter.filter(call, FakeCall.answer(400, "a refusal", Map.of("Retry-After", 30)));

        assertThat(happened).containsExactly("released", "ended");
        assertThat(keyed().isGranted()).isFalse();
    }

    @Test
    void anAnswerWithoutABodyIsKeptHere() {
        filter.filter(call, FakeCall.answer(204, null, Map.of()));

        assertThat(happened).containsExactly("kept 204 of 0 bytes", "ended");
        assertThat(keyed().isGranted()).isFalse();
    }

    @Test
    void theBodyOfAnAnswerThatNobodyIsToStoreIsNotKept() {
        keyed().answered(201);

        new AnswerKeeper(keys)
                .keep(
                        keyed(),
                        new MultivaluedHashMap<>(Map.of("Cache-Control", "no-store")),
                        Optional.of("a secret".getBytes(StandardCharsets.US_ASCII)));

        assertThat(happened).containsExactly("kept 201 of too many bytes", "ended");
    }

    @Test
    void anAnswerWithABodyIsKeptWhenItIsWritten() {
        filter.filter(call, FakeCall.answer(500, "a body", Map.of()));

        assertThat(happened).isEmpty();
        assertThat(keyed().isGranted()).isTrue();
        assertThat(keyed().status()).isEqualTo(500);
    }

    @Test
    void anAnswerThatCannotBeKeptGoesOutAllTheSame() {
        filter.filter(call, FakeCall.answer(202, null, Map.of()));

        assertThat(happened).containsExactly("kept 202 of 0 bytes", "ended");
    }

    @Test
    void aCallToWhichTheKeyWasNotGrantedKeepsNothing() {
        keyed().settled();

        filter.filter(call, FakeCall.answer(503, null, Map.of()));
        filter.filter(new FakeCall("POST", "things").request(), FakeCall.answer(204, null, Map.of()));

        assertThat(happened).isEmpty();
    }

    private KeyedCall keyed() {
        return KeyedCall.of(call).orElseThrow();
    }
}
