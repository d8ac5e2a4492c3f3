package org.computility.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.shared.NotFound;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.computility.shared.links.SignedLinksForTests;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultCropsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final LocalDate DAY = TaskResult.day(NOW);
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 7};

    @TempDir
    Path folder;

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());

    @Test
    void aLinkOpensTheCropOfItsResultUntilItExpires() {
        UUID found = store();
        UUID other = store();
        ResultCrops crops = at(NOW);
        URI link = crops.link(DAY, found, NOW.plusSeconds(60));
        String[] parts = link.getQuery().split("expires=|&signature=");

        assertThat(link).hasPath("/platform/v1/results/" + DAY + "/" + found + "/crop");
        assertThat(crops.open(DAY.toString(), found.toString(), parts[1], parts[2]))
                .isEqualTo(JPEG);
        assertThatThrownBy(() -> crops.open(DAY.toString(), other.toString(), parts[1], parts[2]))
                .hasMessageContaining("not made by this platform");
        assertThatThrownBy(() -> at(NOW.plusSeconds(61)).open(DAY.toString(), found.toString(), parts[1], parts[2]))
                .hasMessageContaining("expired");

        session.createNativeMutationQuery("delete from task_result").executeUpdate();
        assertThatThrownBy(() -> crops.open(DAY.toString(), found.toString(), parts[1], parts[2]))
                .isInstanceOf(NotFound.class);
    }

    private ResultCrops at(Instant now) {
        ResultCrops crops = new ResultCrops();
        crops.links = SignedLinksForTests.over(session, folder, Clock.fixed(now, ZoneOffset.UTC));
        crops.results = new TaskResults_(session);
        return crops;
    }

    private UUID store() {
        new DayPartitions_(session).open(TaskResult.day(NOW));
        ResultSource source = new ResultSource(UUID.randomUUID(), 17, 1, UUID.randomUUID(), null);
        FoundResult report = new FoundResult(
                UUID.randomUUID(),
                source.instanceId(),
                "node",
                "M",
                null,
                null,
                1,
                NOW,
                null,
                "{}",
                new FoundResult.Image("image/jpeg", null, null, JPEG));
        new TaskResults_(session).insert(List.of(report), Map.of(source.instanceId(), source), NOW);
        return report.id();
    }
}
