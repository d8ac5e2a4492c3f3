package org.computility.algorithms.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.algorithms.SomePackages.NOON;
import static org.computility.algorithms.SomePackages.id;

import java.time.Instant;
import java.util.List;
import org.computility.compute.events.Told;
import org.computility.connector.accelerator.DeliveredPackage;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodeDeliveriesTest {

    private static final String NODE = "11010800005020000001";
    private static final String OTHER = "11010800005020000002";
    private static final String MD5 = "m1";

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final NodeDeliveries deliveries = new NodeDeliveries_(session);

    @BeforeEach
    void twoPackages() {
        enter(1);
        enter(2);
    }

    @Test
    void aDeliveryGoesFromNothingToDone() {
        assertThat(deliveries.begin(NODE, id(1), MD5, NOON)).isTrue();
        assertThat(found(1).view())
                .extracting(
                        DeviceAlgoPackageView::status,
                        DeviceAlgoPackageView::downloadProgress,
                        DeviceAlgoPackageView::name)
                .containsExactly(1, 0.0, "Motion");

        deliveries.progress(NODE, news(1, 1, 0.4, null), NOON.plusSeconds(1));
        assertThat(found(1).view().downloadProgress()).isEqualTo(0.4);
        assertThat(found(1).state()).isNotEqualTo(DeliveryState.DONE);

        deliveries.progress(NODE, news(1, 3, 1, null), NOON.plusSeconds(2));
        assertThat(found(1).state()).isEqualTo(DeliveryState.DONE);
        assertThat(deliveries.holders(id(1))).containsExactly(NODE);
    }

    @Test
    void newsOfAPackageThatWasNeverDeliveredIsNoDelivery() {
        deliveries.progress(NODE, news(1, 3, 1, null), NOON);

        assertThat(deliveries.of(NODE)).isEmpty();
    }

    @Test
    void deliveringAgainWhatIsThereChangesNothing() {
        deliveries.begin(NODE, id(1), MD5, NOON);
        deliveries.progress(NODE, news(1, 3, 1, null), NOON.plusSeconds(1));

        assertThat(deliveries.begin(NODE, id(1), MD5, NOON.plusSeconds(2))).isFalse();
        deliveries.beginAgain(NODE, id(1), MD5, NOON.plusSeconds(2));

        assertThat(found(1).state()).isEqualTo(DeliveryState.DONE);
    }

    @Test
    void afterAFailureTheNextDeliveryStartsAtNothing() {
        deliveries.begin(NODE, id(1), MD5, NOON);
        deliveries.progress(NODE, news(1, 2, 0.3, "no space"), NOON.plusSeconds(1));
        assertThat(found(1).view().downloadErrorMessage()).isEqualTo("no space");

        deliveries.beginAgain(NODE, id(1), MD5, NOON.plusSeconds(2));

        assertThat(found(1).view())
                .extracting(
                        DeviceAlgoPackageView::status,
                        DeviceAlgoPackageView::downloadProgress,
                        DeviceAlgoPackageView::downloadErrorMessage)
                .containsExactly(1, 0.0, null);
    }

    @Test
    void newsThatCameWhileTheNodeWasAskedIsNotOverwritten() {
        deliveries.begin(NODE, id(1), MD5, NOON);
        deliveries.progress(NODE, news(1, 2, 0.3, "no space"), NOON.plusSeconds(1));
        deliveries.progress(NODE, news(1, 1, 0.7, null), NOON.plusSeconds(5));

        deliveries.beginAgain(NODE, id(1), MD5, NOON.plusSeconds(4));

        assertThat(found(1).view().downloadProgress()).isEqualTo(0.7);
    }

    @Test
    void bytesThatWereReplacedSinceAreNoDelivery() {
        deliveries.begin(NODE, id(1), MD5, NOON);
        deliveries.progress(NODE, news(1, 3, 1, null), NOON);

        session.createNativeMutationQuery("update algorithm_package set md5 = 'm2' where id = :id")
                .setParameter("id", id(1))
                .executeUpdate();

        assertThat(found(1).state()).isNotEqualTo(DeliveryState.DONE);
        assertThat(found(1).view().downloadErrorMessage()).contains("imported again");
        deliveries.beginAgain(NODE, id(1), "m2", NOON.plusSeconds(9));
        assertThat(found(1).state()).isEqualTo(DeliveryState.DOWNLOADING);
    }

    @Test
    void aNodesWholeListIsTakenOver() {
        deliveries.begin(NODE, id(1), MD5, NOON);
        DeliveredPackage foreign = new DeliveredPackage("9".repeat(40), 3, 1, NOON, null);

        deliveries.reconcile(
                List.of(told(NODE, NOON.plusSeconds(1), news(2, 3, 1, null), foreign)), NOON.plusSeconds(2));

        assertThat(found(2).state()).isEqualTo(DeliveryState.DONE);
        assertThat(found(1).view())
                .extracting(DeviceAlgoPackageView::status, DeviceAlgoPackageView::downloadErrorMessage)
                .containsExactly(2, "The compute no longer holds the package.");
        assertThat(deliveries.of(NODE)).hasSize(2);
    }

    @Test
    void aListOlderThanADeliveryDoesNotTouchIt() {
        deliveries.begin(NODE, id(1), MD5, NOON.plusSeconds(5));

        deliveries.reconcile(List.of(told(NODE, NOON)), NOON.plusSeconds(6));

        assertThat(found(1).state()).isEqualTo(DeliveryState.DOWNLOADING);
    }

    @Test
    void theListsOfSeveralNodesAreTakenOverTogetherAndEachForItself() {
        deliveries.begin(NODE, id(1), MD5, NOON);
        deliveries.begin(OTHER, id(1), MD5, NOON);
        deliveries.begin("11010800005020000003", id(1), MD5, NOON);

        deliveries.reconcile(
                List.of(
                        told(NODE, NOON.plusSeconds(1), news(1, 1, 0.2, null), news(1, 3, 1, null)),
                        told(OTHER, NOON.plusSeconds(2), news(2, 3, 1, null))),
                NOON.plusSeconds(3));

        assertThat(state(NODE, 1)).isEqualTo(DeliveryState.DONE);
        assertThat(state(OTHER, 1)).isEqualTo(DeliveryState.FAILED);
        assertThat(state(OTHER, 2)).isEqualTo(DeliveryState.DONE);
        assertThat(state("11010800005020000003", 1)).isEqualTo(DeliveryState.DOWNLOADING);
    }

    @Test
    void onlyNodesThatDownloadAreAskedInBetween() {
        deliveries.begin(NODE, id(1), MD5, NOON);
        deliveries.begin(OTHER, id(1), MD5, NOON);
        deliveries.progress(OTHER, news(1, 3, 1, null), NOON);

        assertThat(deliveries.downloading(new String[] {NODE, OTHER, "nobody"})).containsExactly(NODE);
    }

    @Test
    void aRunningDownloadWithoutNewsIsStaleAndADoneOneNever() {
        deliveries.begin(NODE, id(1), MD5, NOON);
        assertThat(found(1).isStale(NOON.plusSeconds(2))).isFalse();
        assertThat(found(1).isStale(NOON.plusSeconds(4))).isTrue();

        deliveries.progress(NODE, news(1, 3, 1, null), NOON);
        assertThat(found(1).isStale(NOON.plusSeconds(4))).isFalse();
    }

    @Test
    void anErrorIsShownInAtMost256Characters() {
        deliveries.begin(NODE, id(1), MD5, NOON);
        deliveries.progress(NODE, news(1, 2, 0, "错".repeat(300)), NOON);

        assertThat(found(1).view().downloadErrorMessage()).hasSize(256);
    }

    @Test
    void whatIsDeletedIsGone() {
        deliveries.begin(NODE, id(1), MD5, NOON);
        deliveries.begin(NODE, id(2), MD5, NOON);

        assertThat(deliveries.delete(NODE, id(1))).isTrue();
        assertThat(deliveries.delete(NODE, id(1))).isFalse();
        deliveries.deleteAll(NODE);

        assertThat(deliveries.of(NODE)).isEmpty();
    }

    private DeliveryState state(String node, int number) {
        return deliveries.find(node, id(number)).orElseThrow().state();
    }

    private static Told<DeliveredPackage> told(String node, Instant asked, DeliveredPackage... held) {
        return new Told<>(node, asked, List.of(held));
    }

    private PackageOnNode found(int number) {
        return deliveries.find(NODE, id(number)).orElseThrow();
    }

    private static DeliveredPackage news(int number, int status, double progress, String error) {
        return new DeliveredPackage(id(number), status, progress, Instant.parse("2026-11-22T11:59:59Z"), error);
    }

    private void enter(int number) {
        session.createNativeMutationQuery("""
                        insert into algorithm_package (id, name, version, type, provider, size, md5, sha256, accelerators,
                            env, streams_per_replica, created_at, lock_version)
                        values (:id, 'Motion', '1', 'artifact', 'ACME', 1, :md5, 's', '{}', '[]', 1, now(), 0)
                        """)
                .setParameter("id", id(number))
                .setParameter("md5", MD5)
                .executeUpdate();
    }
}
