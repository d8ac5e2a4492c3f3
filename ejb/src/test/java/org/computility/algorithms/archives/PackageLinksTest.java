package org.computility.algorithms.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.computility.shared.Denied;
import org.computility.shared.database.Schema;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.computility.shared.keys.KeyPurpose;
import org.computility.shared.keys.KeyRing;
import org.computility.shared.keys.KeyRingForTests;
import org.computility.shared.keys.Sealing;
import org.computility.shared.keys.SealingForTests;
import org.computility.shared.links.SignedLinksForTests;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageLinksTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final String ID = "0".repeat(39) + "1";

    /** As `printf ID"\n"1795867260 | openssl dgst -sha256 -mac hmac` makes it with the key 00 01 02 … 1f. */
    private static final String SIGNATURE = "4ac4aa837666a79df4212a0475c8ab8eb184cd1cae989f40f2ceaa66d86e5932";

    private static final byte[] SIGNING = key(0);
    private static final byte[] DECRYPTING = key(64);

    @TempDir
    Path folder;

    @Test
    void aLinkLeadsToTheContentOfItsPackage() {
        PackageLinks links = over(TestEntities.session(TestDatabase.fresh()));

        assertThat(links.link(ID).toString())
                .matches("https://net\\.example/platform/v1/packages/" + ID
                        + "/content\\?expires=1795867260&signature=[0-9a-f]{64}");
    }

    @Test
    void keysAndLinksOutliveTheMoveToOneTable() throws SQLException {
        DataSource database = TestDatabase.at("20261128010000");
        keepAsBefore(database, SealingForTests.keptIn(folder));

        Schema.migrate(database);

        StatelessSession session = TestEntities.session(database);
        PackageLinks links = over(session);
        assertThat(links.link(ID)).hasParameter("signature", SIGNATURE);
        assertThatCode(() -> links.check(ID, "1795867260", SIGNATURE)).doesNotThrowAnyException();
        assertThatExceptionOfType(Denied.class).isThrownBy(() -> links.check(ID, "1795867261", SIGNATURE));
        KeyRing ring = KeyRingForTests.over(session, folder);
        assertThat(ring.key("sm2-passwords", KeyPurpose.DECRYPTING, PackageLinksTest::neverMade))
                .isEqualTo(DECRYPTING);
    }

    private static void keepAsBefore(DataSource database, Sealing sealing) throws SQLException {
        try (var connection = database.getConnection();
                var link = connection.prepareStatement("insert into package_link_key values (1, ?)");
                var pair =
                        connection.prepareStatement("insert into platform_key values ('sm2-passwords', ?, ?, now())")) {
            link.setBytes(1, sealing.seal(SIGNING));
            link.executeUpdate();
            pair.setBytes(1, new byte[] {4});
            pair.setBytes(2, sealing.seal(DECRYPTING));
            pair.executeUpdate();
        }
    }

    private PackageLinks over(StatelessSession session) {
        PackageLinks links = new PackageLinks();
        links.links = SignedLinksForTests.over(session, folder, Clock.fixed(NOON, ZoneOffset.UTC));
        links.validity = Duration.ofMinutes(1);
        return links;
    }

    private static byte[] key(int first) {
        byte[] key = new byte[32];
        IntStream.range(0, key.length).forEach(i -> key[i] = (byte) (first + i));
        return key;
    }

    private static byte[] neverMade() {
        throw new AssertionError("the key is there");
    }
}
