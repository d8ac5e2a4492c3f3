package org.computility.trading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.datasets.ContentStore;
import org.computility.datasets.ContentStoreForTests;
import org.computility.datasets.catalogue.DataSetCatalogue;
import org.computility.datasets.catalogue.DataSetsForTests;
import org.computility.datasets.catalogue.NewDataSet;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Member;
import org.computility.shared.NoSettings;
import org.computility.shared.links.SignedLinksForTests;
import org.computility.shared.outbound.OutboundGuard;
import org.computility.shared.space.AnswerMemory;
import org.computility.shared.space.AnswerRoom;
import org.computility.trading.MarketForTests;
import org.computility.trading.contract.SettlementView;
import org.computility.trading.contract.TradesForTests;
import org.computility.trading.licences.LicenceView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDeliveryTest {

    private static final Path FOLDER = Path.of("target", "market-keys");
    private static final String MD5_OF_ABC = "900150983cd24fb0d6963f7d28e17f72";
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final MarketForTests market = new MarketForTests();
    private final TradesForTests trades = new TradesForTests(market, FOLDER);
    private final DataSetCatalogue catalogue = DataSetsForTests.over(market.sessions, market.caller);
    private final DataDelivery delivery = new DataDelivery();
    private final DeliveryRecording recording = new DeliveryRecording();
    private final DataSealing sealing = new DataSealing();
    private final DeliveryContent content = new DeliveryContent();
    private int fetched;
    private Runnable meanwhile = () -> {};

    @TempDir
    Path folder;

    private ContentStore store;

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @BeforeEach
    void assemble() {
        store = ContentStoreForTests.in(folder);
        recording.deliveries = new Deliveries_(market.sessions.current());
        recording.demands = trades.demands;
        recording.keys = trades.licences.keys;
        recording.clock = Clock.systemUTC();
        sealing.recording = recording;
        sealing.catalogue = catalogue;
        sealing.contents = store;
        sealing.guard = sellersServer();
        sealing.config = new DeliveryConfig(1000, Duration.ofSeconds(10));
        delivery.check = trades.licences.check;
        delivery.trades = trades.trades;
        delivery.recording = recording;
        delivery.sealing = sealing;
        delivery.files = new DeliveredFiles();
        delivery.files.contents = store;
        delivery.files.links = SignedLinksForTests.over(market.sessions.current(), FOLDER, Clock.systemUTC());
        delivery.files.room = new AnswerRoom();
        delivery.keys = trades.licences.keys;
        delivery.parties = market.parties();
        delivery.caller = market.caller;
        content.recording = recording;
        content.files = delivery.files;
        content.licences = trades.licences.check;
        market.open("seller", market.organisation(), Role.PROVIDER);
        market.open("buyer", market.organisation(), Role.CONSUMER);
        market.open("other", market.organisation(), Role.CONSUMER);
    }

    @Test
    void whatTheDataIdNamesIsDeliveredOnceToEachBuyer() throws IOException {
        String resource = trades.offer("seller", upload(), null);
        SettlementView first = trades.given("buyer", resource);
        DeliveryView delivered = deliver(first);
        SettlementView second = trades.given("other", resource);
        DeliveryView another = deliver(second);

        assertThat(delivered.dataFile()).isEqualTo(another.dataFile());
        assertThat(delivered.proof().content().sha256()).isEqualTo(SHA256_OF_ABC);
        assertThat(delivered.proof().deliveryId()).isNotEqualTo(another.proof().deliveryId());
        assertThat(fetched).isZero();
        market.be("buyer");
        assertThat(deliver(first)).isEqualTo(delivered);
        assertThat(delivery.query(delivered.proof().confirmId())).isEqualTo(new DeliveryView(null, delivered.proof()));
        assertThat(recording.filesAmong(List.of(delivered.proof().file().sha256(), "00")))
                .containsExactly(delivered.proof().file().sha256());
        assertThat(signature(delivered.proof())).isTrue();
    }

    @Test
    void whatLiesAtTheSellerIsFetchedOnce() {
        String resource = trades.offer("seller", "gate-7", null);

        DeliveryView delivered = deliver(trades.given("buyer", resource));
        deliver(trades.given("other", resource));

        assertThat(delivered.proof().content().sha256()).isEqualTo(SHA256_OF_ABC);
        assertThat(fetched).isEqualTo(1);
    }

    @Test
    void aLicenceThatIsTakenBackWhileItsDataIsEncryptedDeliversNothing() {
        SettlementView paid = trades.given("buyer", trades.offer("seller", "gate-7", null));
        UUID trade = trades.licences.check.genuine(paid.licences()).confirmId();
        meanwhile = () -> trades.licences.issue.revoke(trade);

        refused("licence-revoked", () -> deliver(paid));

        assertThat(recording.latest(trade)).isEmpty();
    }

    @Test
    void aFileThatTheMemoryHasNoRoomForIsRefusedUntilOthersAreAnswered() {
        SettlementView paid = trades.given("buyer", trades.offer("seller", "gate-7", null));
        AnswerMemory memory = new AnswerMemory(10_000);
        AnswerRoom other = new AnswerRoom(memory);
        other.take(9_900);
        delivery.files.room = new AnswerRoom(memory);

        refused("server-busy", () -> deliver(paid));

        other.close();
        assertThat(deliver(paid).dataFile()).isNotNull();
    }

    @Test
    void theLinkOpensTheFileAndNoOtherDoes() throws IOException {
        DeliveryProofView proof = deliver(trades.given("buyer", trades.offer("seller", "gate-7", null)))
                .proof();
        String[] link = proof.link().url().split("expires=|&signature=");

        DeliveryContent.Content file = content.open(proof.deliveryId(), link[1], link[2]);

        assertThat(Files.size(file.path())).isEqualTo(proof.file().size()).isEqualTo(file.size());
        refused("link-invalid", () -> content.open(proof.deliveryId(), link[1] + "0", link[2]));
        refused("link-invalid", () -> content.open(proof.confirmId(), link[1], link[2]));
        market.sessions.commit(() -> trades.licences.issue.revoke(UUID.fromString(proof.confirmId())));
        refused("licence-revoked", () -> content.open(proof.deliveryId(), link[1], link[2]));
    }

    @Test
    void onlyAGoodLicenceOfTheCallersDelivers() {
        SettlementView paid = trades.given("buyer", trades.offer("seller", "gate-7", null));
        String trade = deliver(paid).proof().confirmId();

        market.be("other");
        refused("licence-foreign", () -> deliver(paid));
        refused("confirmation-unknown", () -> delivery.query(trade));
        market.be("seller");
        refused("role-missing", () -> deliver(paid));
        LicenceView renewed = market.sessions.commit(() -> trades.licences.renewal.renew("seller", "gate-7"));
        market.be("buyer");
        refused("licence-replaced", () -> deliver(paid));
        assertThat(trades.query(trade).licences()).isEqualTo(renewed);
        DeliveryProofView again = deliver(renewed).proof();
        assertThat(again.licenceId()).isEqualTo(renewed.licenceId());
        assertThat(delivery.query(trade).proof()).isEqualTo(again);
        refused("licence-forged", () -> deliver(withWatermark(renewed, "00")));
        refused(
                "licence-unknown",
                () -> deliver(new LicenceView(
                        trade, "a", "b", "c", "d", "e", "f", "g", renewed.restrictions(), renewed.term())));
        trades.licences.at(Clock.offset(Clock.systemUTC(), Duration.ofDays(367)));
        refused("licence-expired", () -> deliver(renewed));
    }

    @Test
    void theWatermarkBindsTheContentThatIsHere() {
        String data = upload();
        SettlementView paid = trades.given("buyer", trades.offer("seller", data, null));

        assertThat(trades.licences.check.genuine(paid.licences()).contentSha256())
                .isEqualTo(SHA256_OF_ABC);
        assertThat(trades.licences.check.faults(paid.licences())).isEmpty();
    }

    @Test
    void beforeTheDeliveryThereIsNoProof() {
        String trade = trades.confirm("buyer", trades.offer("seller", "gate-7", null));

        assertThat(delivery.query(trade)).isEqualTo(new DeliveryView(null, DeliveryProofView.NOT_YET));
    }

    private boolean signature(DeliveryProofView proof) {
        return trades.licences
                .keys
                .pairOf(trades.trades.of(UUID.fromString(proof.confirmId())).ownerOrganisationId())
                .isSignature(proof.signature(), ProofText.of(proof));
    }

    private static LicenceView withWatermark(LicenceView good, String watermark) {
        return new LicenceView(
                good.licenceId(),
                good.licensor(),
                good.licensee(),
                good.registrationId(),
                good.dataId(),
                good.resourceUrl(),
                watermark,
                good.signature(),
                good.restrictions(),
                good.term());
    }

    private String upload() {
        market.be("seller");
        NewDataSet said = new NewDataSet("gates", MD5_OF_ABC, 3, null, null, false);
        return market.sessions.commit(
                () -> DataSetsForTests.into(store, catalogue, market.caller).upload(said, abc()));
    }

    private DeliveryView deliver(SettlementView paid) {
        return deliver(paid.licences());
    }

    private DeliveryView deliver(LicenceView licence) {
        return market.sessions.commit(() -> delivery.deliver(licence));
    }

    private OutboundGuard sellersServer() {
        return new OutboundGuard() {
            @Override
            public InputStream open(Member member, String url, long maximumBytes, Duration limit) {
                fetched++;
                meanwhile.run();
                return abc();
            }

            @Override
            public URI check(Member member, String url) {
                return URI.create(url);
            }
        };
    }

    private static InputStream abc() {
        return new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII));
    }

    private static void refused(String code, Supplier<?> deed) {
        assertThatThrownBy(deed::get)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
