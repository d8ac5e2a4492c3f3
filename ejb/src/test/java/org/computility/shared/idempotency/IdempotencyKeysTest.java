package org.computility.shared.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.computility.shared.keys.SealingForTests;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdempotencyKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final Duration KEPT = Duration.ofHours(24);
    private static final byte[] FINGERPRINT = {1, 2, 3};
    private static final KeptAnswer ANSWER =
            new KeptAnswer(201, Map.of("Location", "/things/7"), "the secret answer".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private EntityManagerFactory entities;
    private IdempotencyKeys keys;

    @BeforeEach
    void open() {
        entities = TestEntities.over(TestDatabase.fresh());
        keys = server(NOW);
    }

    @AfterEach
    void close() {
        entities.close();
    }

    @Test
    void aKeyIsGrantedOnceAndRunsUntilItIsAnswered() {
        assertThat(keys.claim("scope")).isInstanceOf(Claim.Granted.class);
        assertThat(keys.claim("scope")).isInstanceOf(Claim.Running.class);
        assertThat(keys.claim("another scope")).isInstanceOf(Claim.Granted.class);

        keys.answer("scope", FINGERPRINT, 201, Optional.of(ANSWER));

        assertThat(keys.claim("scope")).asInstanceOf(type(Claim.Answered.class)).satisfies(answered -> {
            assertThat(answered.fingerprint()).isEqualTo(FINGERPRINT);
            assertThat(answered.answer().status()).isEqualTo(201);
            assertThat(answered.answer().headers()).isEqualTo(ANSWER.headers());
            assertThat(answered.answer().body()).isEqualTo(ANSWER.body());
        });
    }

    @Test
    void ofManyServersAtOnceOneIsGrantedTheKey() {
        long granted = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> server(NOW).claim("scope"))
                .filter(Claim.Granted.class::isInstance)
                .count();

        assertThat(granted).isEqualTo(1);
    }

    @Test
    void aReleasedKeyIsFreeAndAnAnsweredOneIsNotReleased() {
        keys.claim("scope");
        keys.release("scope");
        assertThat(keys.claim("scope")).isInstanceOf(Claim.Granted.class);

        keys.answer("scope", FINGERPRINT, 201, Optional.of(ANSWER));
        keys.release("scope");
        assertThat(keys.claim("scope")).isInstanceOf(Claim.Answered.class);
    }

    @Test
    void aCallWhoseServerIsSilentIsNotDoneTwice() {
        keys.claim("scope");

        assertThat(server(NOW.plusSeconds(29)).claim("scope")).isInstanceOf(Claim.Running.class);
        assertThat(server(NOW.plusSeconds(31)).claim("scope")).isInstanceOf(Claim.Unknown.class);
    }

    @Test
    void aCallThatTakesLongRunsAsLongAsItsServerSaysSo() {
        keys.claim("scope");
        keys.begins("scope");
        keys.clock = at(NOW.plusSeconds(600));
        keys.stayAlive();
        assertThat(server(NOW.plusSeconds(610)).claim("scope")).isInstanceOf(Claim.Running.class);

        keys.ends("scope");
        keys.clock = at(NOW.plusSeconds(1200));
        keys.stayAlive();
        assertThat(server(NOW.plusSeconds(1210)).claim("scope")).isInstanceOf(Claim.Unknown.class);
    }

    @Test
    void anAnswerThatIsTooLargeToBeKeptIsUnknown() {
        keys.claim("scope");
        keys.answer("scope", FINGERPRINT, 200, Optional.empty());

        assertThat(keys.claim("scope")).isInstanceOf(Claim.Unknown.class);
    }

    @Test
    void aKeyIsFreeAgainOnceItsTimeIsOver() {
        keys.claim("scope");
        keys.answer("scope", FINGERPRINT, 201, Optional.of(ANSWER));

        assertThat(server(NOW.plus(KEPT)).claim("scope")).isInstanceOf(Claim.Answered.class);
        IdempotencyKeys later = server(NOW.plus(KEPT).plusSeconds(1));
        assertThat(later.claim("scope")).isInstanceOf(Claim.Granted.class);
        assertThat(later.claim("scope")).isInstanceOf(Claim.Running.class);
    }

    @Test
    void oldKeysAreForgotten() {
        keys.claim("scope");
        keys.claim("another scope");

        assertThat(server(NOW.plus(KEPT)).purge()).isZero();
        assertThat(server(NOW.plus(KEPT).plusSeconds(1)).purge()).isEqualTo(2);
    }

    @Test
    void whatIsKeptIsSealed() {
        keys.claim("scope");
        keys.answer("scope", FINGERPRINT, 201, Optional.of(ANSWER));

        byte[] stored = (byte[]) entities.createEntityManager()
                .createNativeQuery("select answer from idempotency_key", byte[].class)
                .getSingleResult();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("secret", "things");
    }

    /** One more server on the same database and key, at that time. */
    private IdempotencyKeys server(Instant now) {
        IdempotencyKeys server = new IdempotencyKeys();
        server.keys = new ClaimedKeys_(entities.unwrap(SessionFactory.class).openStatelessSession());
        server.running = new RunningCalls();
        server.sealing = SealingForTests.keptIn(folder);
        server.clock = at(now);
        server.config = new IdempotencyConfig(KEPT);
        return server;
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
