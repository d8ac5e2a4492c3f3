package org.computility.licensing.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.computility.datasets.StoredContent;
import org.computility.identity.Caller;
import org.computility.identity.Role;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that comes again, because its answer was lost, gives nobody a second quota. */
class LicenceRegisterTest {

    private static final String DEVICE = "11010800005050000001";
    private static final StoredContent BYTES = new StoredContent("a".repeat(64), "b".repeat(32), 7);
    private static final StoredContent OTHER_BYTES = new StoredContent("c".repeat(64), "b".repeat(32), 7);
    private static final AbilityQuota FACES = new AbilityQuota("FACES", 3);
    private static final AbilityQuota PLATES = new AbilityQuota("PLATES", 0);

    private final MarketForTests market = new MarketForTests();
    private final LicenceRegister register = new LicenceRegister();
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private Caller owner;
    private Caller stranger;

    @BeforeEach
    void assemble() {
        register.files = new LicenceFiles_(market.sessions.current());
        register.caller = market.caller;
        register.clock = Clock.systemUTC();
        stranger = caller("stranger");
        owner = caller("owner");
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void theSameOnceMoreIsNoFurtherLicence() {
        int first = enter("P", DEVICE, FACES, PLATES);
        int all = enter("P", null, FACES, PLATES);

        assertThat(enter("P", DEVICE, PLATES, FACES)).isEqualTo(first);
        assertThat(enter("P", null, FACES, PLATES)).isEqualTo(all);
        assertThat(enter(new NewLicence("P", DEVICE, "renamed", List.of(FACES, PLATES)), BYTES, owner))
                .isEqualTo(first);
        assertThat(register.search(new LicenceSearch(null, null, null)))
                .extracting(LicenceFileView::number)
                .containsExactly(all, first);
    }

    @Test
    void whatDiffersIsAnotherLicence() {
        NewLicence said = new NewLicence("P", DEVICE, "f", List.of(FACES));
        enter(said, BYTES, owner);

        assertThat(List.of(
                        enter("Q", DEVICE, FACES),
                        enter("P", "11010800005050000002", FACES),
                        enter("P", null, FACES),
                        enter("P", DEVICE, new AbilityQuota("FACES", 4)),
                        enter("P", DEVICE, FACES, PLATES),
                        enter("P", DEVICE),
                        enter(said, OTHER_BYTES, owner),
                        enter(said, BYTES, stranger)))
                .doesNotHaveDuplicates()
                .doesNotContain(enter(said, BYTES, owner));
    }

    @Test
    void whatWasDeletedIsEnteredAnew() {
        int first = enter("P", DEVICE, FACES);
        market.sessions.commit(() -> register.delete(first));

        assertThat(enter("P", DEVICE, FACES)).isNotEqualTo(first);
    }

    @Test
    void ofTwoAtOnceTheSecondWaitsAndIsTheFirst() throws Exception {
        Future<Integer> second = market.sessions.commit(() -> {
            register.enter(new NewLicence("P", DEVICE, "f", List.of(FACES)), BYTES, owner);
            Future<Integer> other = threads.submit(() -> enter("P", DEVICE, FACES));
            await().until(this::oneWaits);
            return other;
        });

        assertThat(second.get()).isEqualTo(enter("P", DEVICE, FACES));
    }

    private boolean oneWaits() {
        return market.sessions.current().createNativeQuery("""
                        select exists (select 1 from pg_locks l join pg_database d on d.oid = l.database
                            where d.datname = current_database() and l.locktype = 'advisory' and not l.granted)
                        """, Boolean.class).getSingleResult();
    }

    private int enter(String provider, String device, AbilityQuota... abilities) {
        return enter(new NewLicence(provider, device, "f", List.of(abilities)), BYTES, owner);
    }

    private int enter(NewLicence said, StoredContent content, Caller by) {
        return market.sessions.commit(() -> register.enter(said, content, by));
    }

    private Caller caller(String name) {
        UUID organisation = market.organisation();
        market.open(name, organisation, Role.PROVIDER);
        market.be(name);
        return market.caller.get();
    }
}
