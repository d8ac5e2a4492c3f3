package org.computility.algorithms.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.algorithms.Packages.NOON;
import static org.computility.algorithms.Packages.id;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.computility.connector.DeliveredPackage;
import org.computility.shared.database.Sql;
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTableTest {

    private static final String NODE = "11010800005020000001";
    private static final String MD5 = "m1";

    private final DataSource database = TestDatabase.fresh();
    private final DeliveryTable table = new DeliveryTable(database);

    @BeforeEach
    void twoPackages() {
        enter(1);
        enter(2);
    }

    @Test
    void aDeliveryGoesFromNothingToDone() {
        assertThat(table.begin(NODE, id(1), MD5, NOON)).isTrue();
        assertThat(state(1))
                .extracting(DeliveryState::status, DeliveryState::progress, DeliveryState::name)
                .containsExactly(1, 0.0, "Motion");

        table.progress(NODE, news(1, 1, 0.4, null), NOON.plusSeconds(1));
        assertThat(state(1).progress()).isEqualTo(0.4);
        assertThat(table.isDone(NODE, id(1))).isFalse();

        table.progress(NODE, news(1, 3, 1, null), NOON.plusSeconds(2));
        assertThat(table.isDone(NODE, id(1))).isTrue();
        assertThat(table.holders(id(1))).containsExactly(NODE);
    }

    @Test
    void newsOfAPackageThatWasNeverDeliveredIsNoDelivery() {
        table.progress(NODE, news(1, 3, 1, null), NOON);

        assertThat(table.of(NODE)).isEmpty();
    }

    @Test
    void deliveringAgainWhatIsThereChangesNothing() {
        table.begin(NODE, id(1), MD5, NOON);
        table.progress(NODE, news(1, 3, 1, null), NOON.plusSeconds(1));

        assertThat(table.begin(NODE, id(1), MD5, NOON.plusSeconds(2))).isFalse();
        table.beginAgain(NODE, id(1), MD5, NOON.plusSeconds(2));

        assertThat(table.isDone(NODE, id(1))).isTrue();
    }

    @Test
    void afterAFailureTheNextDeliveryStartsAtNothing() {
        table.begin(NODE, id(1), MD5, NOON);
        table.progress(NODE, news(1, 2, 0.3, "no space"), NOON.plusSeconds(1));
        assertThat(state(1).error()).isEqualTo("no space");

        table.beginAgain(NODE, id(1), MD5, NOON.plusSeconds(2));

        assertThat(state(1))
                .extracting(DeliveryState::status, DeliveryState::progress, DeliveryState::error)
                .containsExactly(1, 0.0, null);
    }

    @Test
    void newsThatCameWhileTheNodeWasAskedIsNotOverwritten() {
        table.begin(NODE, id(1), MD5, NOON);
        table.progress(NODE, news(1, 2, 0.3, "no space"), NOON.plusSeconds(1));
        table.progress(NODE, news(1, 1, 0.7, null), NOON.plusSeconds(5));

        table.beginAgain(NODE, id(1), MD5, NOON.plusSeconds(4));

        assertThat(state(1).progress()).isEqualTo(0.7);
    }

    @Test
    void bytesThatWereReplacedSinceAreNoDelivery() {
        table.begin(NODE, id(1), MD5, NOON);
        table.progress(NODE, news(1, 3, 1, null), NOON);

        new Sql(database).update("UPDATE algorithm_package SET md5 = 'm2' WHERE id = ?", id(1));

        assertThat(table.isDone(NODE, id(1))).isFalse();
        assertThat(state(1).error()).contains("imported again");
        table.beginAgain(NODE, id(1), "m2", NOON.plusSeconds(9));
        assertThat(state(1).status()).isEqualTo(DeliveryState.DOWNLOADING);
    }

    @Test
    void aNodesWholeListIsTakenOver() {
        table.begin(NODE, id(1), MD5, NOON);
        DeliveredPackage foreign = new DeliveredPackage("9".repeat(40), 3, 1, NOON, null);

        table.reconcile(NODE, List.of(news(2, 3, 1, null), foreign), NOON.plusSeconds(1), NOON.plusSeconds(2));

        assertThat(table.isDone(NODE, id(2))).isTrue();
        assertThat(state(1))
                .extracting(DeliveryState::status, DeliveryState::error)
                .containsExactly(2, "The compute no longer holds the package.");
        assertThat(table.of(NODE)).hasSize(2);
    }

    @Test
    void aListOlderThanADeliveryDoesNotTouchIt() {
        table.begin(NODE, id(1), MD5, NOON.plusSeconds(5));

        table.reconcile(NODE, List.of(), NOON, NOON.plusSeconds(6));

        assertThat(state(1).status()).isEqualTo(DeliveryState.DOWNLOADING);
    }

    @Test
    void aRunningDownloadWithoutNewsIsStaleAndADoneOneNever() {
        table.begin(NODE, id(1), MD5, NOON);
        assertThat(state(1).isStale(NOON.plusSeconds(2))).isFalse();
        assertThat(state(1).isStale(NOON.plusSeconds(4))).isTrue();

        table.progress(NODE, news(1, 3, 1, null), NOON);
        assertThat(state(1).isStale(NOON.plusSeconds(4))).isFalse();
    }

    @Test
    void anErrorIsShownInAtMost256Characters() {
        table.begin(NODE, id(1), MD5, NOON);
        table.progress(NODE, news(1, 2, 0, "错".repeat(300)), NOON);

        assertThat(state(1).view().downloadErrorMessage()).hasSize(256);
    }

    @Test
    void whatIsDeletedIsGone() {
        table.begin(NODE, id(1), MD5, NOON);
        table.begin(NODE, id(2), MD5, NOON);

        assertThat(table.delete(NODE, id(1))).isTrue();
        assertThat(table.delete(NODE, id(1))).isFalse();
        table.deleteAll(NODE);

        assertThat(table.of(NODE)).isEmpty();
    }

    private DeliveryState state(int number) {
        return table.find(NODE, id(number)).orElseThrow();
    }

    private static DeliveredPackage news(int number, int status, double progress, String error) {
        return new DeliveredPackage(id(number), status, progress, Instant.parse("2026-11-22T11:59:59Z"), error);
    }

    private void enter(int number) {
        new Sql(database).update("""
                        INSERT INTO algorithm_package (id, name, version, type, provider, size, md5, sha256, accelerators,
                            env, streams_per_replica, created_at, lock_version)
                        VALUES (?, 'Motion', '1', 'artifact', 'ACME', 1, ?, 's', '{}', '[]', 1, now(), 0)
                        """, id(number), MD5);
    }
}
