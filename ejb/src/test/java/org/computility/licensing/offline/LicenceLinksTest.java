package org.computility.licensing.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.computility.shared.links.SignedLinksForTests;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenceLinksTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void anExpiredLinkTellsItsFile() {
        StatelessSession session = TestEntities.session(TestDatabase.fresh());
        String made = at(session, NOON).link(7).toString();
        LicenceLinks later = at(session, NOON.plus(Duration.ofDays(3)));

        assertThat(later.fileOf(made)).contains(7);
        assertThat(later.link(7).toString()).isNotEqualTo(made);
    }

    @Test
    void whatThisPlatformDidNotMakeTellsNone() {
        LicenceLinks links = at(TestEntities.session(TestDatabase.fresh()), NOON);
        String forged = links.link(7).toString().replace("licence-files/7/", "licence-files/8/");

        assertThat(links.fileOf("https://vendor.example/licence.bin")).isEmpty();
        assertThat(links.fileOf(forged)).isEmpty();
    }

    private LicenceLinks at(StatelessSession session, Instant now) {
        LicenceLinks links = new LicenceLinks();
        links.links = SignedLinksForTests.over(session, folder, Clock.fixed(now, ZoneOffset.UTC));
        links.validity = Duration.ofHours(24);
        return links;
    }
}
