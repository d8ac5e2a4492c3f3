package org.computility.trading.licences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.computility.identity.Role;
import org.computility.shared.NoSettings;
import org.computility.trading.MarketForTests;
import org.computility.trading.Party;
import org.computility.trading.contract.TradesForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LicenceIssueTest {

    private final MarketForTests market = new MarketForTests();
    private final TradesForTests trades = new TradesForTests(market, Path.of("target", "market-keys"));

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @Test
    void aReversalTakesTheLicenceBackThatARenewalIssuesAtTheSameMoment() {
        market.open("seller", market.organisation(), Role.PROVIDER);
        market.open("buyer", market.organisation(), Role.CONSUMER);
        LicenceView old =
                trades.given("buyer", trades.offer("seller", "gate-7", null)).licences();
        UUID trade = trades.licences.check.genuine(old).confirmId();
        market.be("seller");
        CompletableFuture<?>[] reversal = new CompletableFuture<?>[1];

        LicenceView renewed = market.sessions.commit(() -> {
            LicenceView next = trades.licences.renewal.renew("seller", "gate-7");
            reversal[0] =
                    CompletableFuture.runAsync(() -> market.sessions.commit(() -> trades.licences.issue.revoke(trade)));
            awaitOneThatWaits();
            return next;
        });
        reversal[0].join();

        assertThat(trades.licences.check.faults(old)).contains("licence-revoked");
        assertThat(trades.licences.check.faults(renewed)).containsExactly("licence-revoked");
    }

    @Test
    void aLicenceRunsThoughItIsRenewedAtTheSameMoment() {
        LicenceView licence = bought("gate-11");
        UUID trade = trades.licences.check.genuine(licence).confirmId();
        market.be("seller");
        trades.licences.check.licences = new Licences_(market.sessions.current()) {
            @Override
            public Optional<Licence> ofConfirmation(UUID confirmId) {
                Optional<Licence> found = super.ofConfirmation(confirmId);
                market.sessions.commit(() -> trades.licences.renewal.renew("seller", "gate-11"));
                return found;
            }
        };

        assertThatCode(() -> trades.licences.check.requireRunning(trade)).doesNotThrowAnyException();
    }

    @Test
    void renewsInPortionsAndAllOfThemAfterARenewalThatDied() {
        market.open("seller", market.organisation(), Role.PROVIDER);
        String resource = trades.offer("seller", "gate-8", null);
        List<LicenceView> old = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            market.open("buyer" + i, market.organisation(), Role.CONSUMER);
            old.add(trades.given("buyer" + i, resource).licences());
        }
        market.be("seller");
        Dying dying = new Dying(trades.licences.issue);
        trades.licences.renewal.issue = dying;
        trades.licences.renewal.atOnce = 2;

        assertThatThrownBy(() -> trades.licences.renewal.renew("seller", "gate-8"))
                .hasMessage("dead");
        assertThat(replaced(old)).as("what was committed before").hasSize(2);

        dying.portions = Integer.MAX_VALUE;
        LicenceView latest = trades.licences.renewal.renew("seller", "gate-8");

        assertThat(replaced(old)).hasSize(5);
        assertThat(trades.licences.check.faults(latest)).isEmpty();
        assertThat(dying.running(new Party(null, "seller", market.caller.get().organisationId()), "gate-8"))
                .hasSize(5);
    }

    @Test
    void theWatermarkIsVerifiedByWhoHasThePublishedKeyOnly() throws GeneralSecurityException {
        LicenceView licence = bought("gate-9");
        String key = trades.licences.check.licensorKey(licence.licenceId());

        assertThat(isSigned(key, licence.watermark(), bound(licence))).isTrue();
        assertThat(isSigned(key, licence.watermark(), bound(licence).replace("buyer", "other")))
                .isFalse();
        assertThat(isSigned(key, licence.signature(), LicenceText.of(licence))).isTrue();
    }

    @Test
    void aLicenceWithAWatermarkOfBeforeIsGoodAndItsRenewalHasANewOne() throws GeneralSecurityException {
        LicenceView old = former(bought("gate-10"));

        assertThat(trades.licences.check.faults(old)).isEmpty();
        market.be("seller");
        LicenceView renewed = market.sessions.commit(() -> trades.licences.renewal.renew("seller", "gate-10"));
        String key = trades.licences.check.licensorKey(renewed.licenceId());
        assertThat(isSigned(key, renewed.watermark(), bound(renewed))).isTrue();
    }

    private LicenceView bought(String data) {
        market.open("seller", market.organisation(), Role.PROVIDER);
        market.open("buyer", market.organisation(), Role.CONSUMER);
        return trades.given("buyer", trades.offer("seller", data, null)).licences();
    }

    /** The licence as it was issued while the platform alone could check watermarks. */
    private LicenceView former(LicenceView licence) {
        String watermark = trades.licences.keys.formerWatermarks().signature(bound(licence));
        LicenceView unsigned = with(licence, watermark, "");
        UUID licensor = trades.licences.check.genuine(licence).licensorOrganisationId();
        String signature = trades.licences.keys.pairOf(licensor).sign(LicenceText.of(unsigned));
        market.run("update licence set watermark = '%s', signature = '%s' where licence_id = '%s'"
                .formatted(watermark, signature, licence.licenceId()));
        return with(licence, watermark, signature);
    }

    private static LicenceView with(LicenceView licence, String watermark, String signature) {
        return new LicenceView(
                licence.licenceId(),
                licence.licensor(),
                licence.licensee(),
                licence.registrationId(),
                licence.dataId(),
                licence.resourceUrl(),
                watermark,
                signature,
                licence.restrictions(),
                licence.term());
    }

    private static String bound(LicenceView licence) {
        return licence.licenceId() + "\n" + licence.licensee() + "\n" + licence.dataId();
    }

    private static boolean isSigned(String key, String signature, String text) throws GeneralSecurityException {
        Signature verification = Signature.getInstance("SHA256withECDSA");
        verification.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(
                        new X509EncodedKeySpec(Base64.getMimeDecoder().decode(key.replaceAll("-----[^-]+-----", "")))));
        verification.update(text.getBytes(StandardCharsets.UTF_8));
        return verification.verify(Base64.getDecoder().decode(signature));
    }

    private List<LicenceView> replaced(List<LicenceView> licences) {
        return licences.stream()
                .filter(licence -> trades.licences.check.faults(licence).contains("licence-replaced"))
                .toList();
    }

    /** Each portion is a transaction, as in the container; after so many of them the server dies. */
    private class Dying extends LicenceIssue {

        private int portions = 1;

        Dying(LicenceIssue alive) {
            licences = alive.licences;
            keys = alive.keys;
            clock = alive.clock;
        }

        @Override
        public List<LicenceView> renew(List<UUID> some, String sha256) {
            if (portions-- == 0) {
                throw new IllegalStateException("dead");
            }
            return market.sessions.commit(() -> super.renew(some, sha256));
        }
    }

    private void awaitOneThatWaits() {
        try (Connection connection = market.database.getConnection()) {
            while (!isAnyBlocked(connection)) {
                Thread.onSpinWait();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAnyBlocked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet blocked = statement.executeQuery("""
                        select 1 from pg_stat_activity
                        where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0
                        """)) {
            return blocked.next();
        }
    }
}
