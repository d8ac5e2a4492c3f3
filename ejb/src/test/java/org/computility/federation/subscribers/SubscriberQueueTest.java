package org.computility.federation.subscribers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.computility.reporting.MonthFigures;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.centers.ReportedCentersForTests;
import org.computility.reporting.live.CentersNow;
import org.computility.reporting.live.OperationalData;
import org.computility.reporting.places.PlacesForTests;
import org.computility.reporting.reports.NewMonthReport;
import org.computility.reporting.reports.NewsOfReports;
import org.computility.reporting.reports.ReportsForTests;
import org.computility.shared.NoSettings;
import org.computility.shared.keys.KeyedHash;
import org.computility.shared.keys.SealingForTests;
import org.computility.shared.outbound.GuardForTests;
import org.computility.shared.outbound.parcels.Parcel;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What subscribers are told when, and what they miss. */
class SubscriberQueueTest {

    private static final String SECRET = "a secret of thirty-two characters";
    private static final String URL = "http://127.0.0.1:1/told";

    @TempDir
    Path folder;

    private final ReportingForTests room = new ReportingForTests();
    private final HandClock clock = new HandClock();
    private final SubscriberRegistry registry = new SubscriberRegistry();
    private final SubscriberQueue queue = new SubscriberQueue();
    private ReportsForTests reports;
    private int center;

    @BeforeEach
    void assemble() {
        NoSettings.use();
        reports = new ReportsForTests(room.database, clock);
        center = done(() -> ReportedCentersForTests.over(room.database).create(ReportedCentersForTests.named("庆阳")));
        NewsOfReports news = reports.news;
        registry.subscribers = new Subscribers_(room.database.sessions.current());
        registry.news = news;
        registry.places = PlacesForTests.over(room.database);
        registry.guard = GuardForTests.allowingThisMachine();
        registry.sealing = SealingForTests.keptIn(folder);
        registry.caller = room.database.caller;
        registry.clock = clock;
        NewsWriting writing = new NewsWriting();
        writing.subscribers = registry.subscribers;
        writing.sealing = registry.sealing;
        writing.clock = clock;
        writing.centers = new CentersNow() {
            @Override
            public List<OperationalData> in(Collection<String> provinces) {
                return List.of();
            }
        };
        queue.subscribers = registry.subscribers;
        queue.reports = news;
        queue.writing = writing;
        queue.clock = clock;
        queue.config = new SubscriberConfig(Duration.ofSeconds(10), ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void isToldAtOnceAndThenByItsTimetableEachStateOnce() {
        report("2026-09", "1.2");
        set(wanted("PT1H", List.of(), null));

        NewsParcel first = take().get(0);
        assertThat(first.news().states()).hasSize(1);
        Parcel.Posted posted = first.posted();
        assertThat(posted.body())
                .contains("\"reportMonth\":\"2026-09\"", "\"more\":false")
                .doesNotContain("centers");
        assertThat(posted.headers().get("X-Monitoring-Signature"))
                .isEqualTo("HMAC-SM3 "
                        + KeyedHash.HMAC_SM3.sign(
                                SECRET.getBytes(StandardCharsets.UTF_8),
                                posted.headers().get("X-Monitoring-Timestamp") + "\n" + posted.body()));
        assertThat(take()).as("while the claim lasts").isEmpty();
        assertThat(done(() -> queue.delivered(first))).isEmpty();
        assertThat(take()).as("not before its time").isEmpty();

        report("2026-10", "1.2");
        clock.pass(Duration.ofHours(1));
        NewsParcel second = take().get(0);
        assertThat(second.news().after()).isEqualTo(first.news().knownOn());
        assertThat(second.news().states())
                .singleElement()
                .satisfies(state -> assertThat(state.month()).isEqualTo(YearMonth.of(2026, 10)));
    }

    @Test
    void whoFailsMissesNothing() {
        set(wanted("08:00", List.of(), null));
        NewsParcel failing = take().get(0);
        failed(failing);
        assertThat(see().fault()).isEqualTo("away");
        report("2026-10", "1.2");
        clock.pass(Duration.ofSeconds(1));

        NewsParcel again = take().get(0);
        assertThat(again.news().states()).hasSize(1);
        done(() -> queue.delivered(again));
        assertThat(see().failures()).isZero();
        assertThat(see().knownOn()).isEqualTo(again.news().knownOn());
    }

    @Test
    void aServerThatDiesLeavesItToAnother() {
        set(wanted("PT1H", List.of(), null));
        NewsParcel dead = take().get(0);
        clock.pass(Duration.ofSeconds(71));

        NewsParcel again = take().get(0);

        assertThat(done(() -> queue.delivered(dead))).isEmpty();
        assertThat(see().deliveredAt()).as("too late").isNull();
        done(() -> queue.delivered(again));
        assertThat(see().deliveredAt()).isNotNull();
    }

    @Test
    void whatWasOnItsWayUnderAnotherSettingIsNotTakenForDelivered() {
        report("2026-10", "1.2");
        set(wanted("PT1H", List.of(), null));
        NewsParcel old = take().get(0);
        set(wanted("PT1H", List.of(), 0L));

        done(() -> queue.delivered(old));

        assertThat(see().knownOn()).isZero();
        assertThat(take()).hasSize(1);
    }

    @Test
    void onlyTheCentersOfItsProvinces() {
        report("2026-10", "1.2");
        set(wanted("PT1H", List.of("110000"), null));
        NewsParcel elsewhere = take().get(0);
        assertThat(elsewhere.news().states()).isEmpty();
        assertThat(elsewhere.news().knownOn()).isPositive();
        set(wanted("PT1H", List.of("110000", "620000"), 0L));
        assertThat(take().get(0).news().states()).hasSize(1);
    }

    @Test
    void hundredsOfStatesComeInParcelsOneAfterTheOther() {
        for (int i = 0; i <= NewsOfReports.MOST; i++) {
            report("2026-10", "1." + (100 + i));
        }
        set(wanted("PT1H", List.of(), null));
        NewsParcel first = take().get(0);
        assertThat(first.news().states()).hasSize(NewsOfReports.MOST);
        assertThat(first.news().more()).isTrue();

        Optional<NewsParcel> next = done(() -> queue.delivered(first));

        assertThat(next).hasValueSatisfying(rest -> {
            assertThat(rest.news().after()).isEqualTo(first.news().knownOn());
            assertThat(rest.news().states()).hasSize(1);
            assertThat(rest.news().more()).isFalse();
        });
    }

    @Test
    void whatCannotBeIsRefused() {
        report("2026-10", "1.2");
        room.database.be("admin");
        room.refused("member-invalid", () -> registry.set("s", wanted("hourly", List.of(), null)));
        room.refused("member-invalid", () -> registry.set("s", wanted("PT1H", List.of("990000"), null)));
        room.refused("member-invalid", () -> registry.set("s", wanted("PT1H", List.of(), 1_000_000L)));
        room.refused("member-invalid", () -> registry.set("名", wanted("PT1H", List.of(), null)));
        room.refused("subscriber-unknown", () -> registry.get("s"));
        room.refused("subscriber-unknown", () -> registry.remove("s"));
        room.database.be("reporter");
        room.refused("role-missing", () -> registry.set("s", wanted("PT1H", List.of(), null)));
        room.refused("role-missing", registry::all);
    }

    @Test
    void anOrganisationAsksForWhatItsOwnCentersReported() {
        report("2026-10", "1.2");
        assertThat(done(() -> reports.news.seen(0, 10)).states()).hasSize(1);
        room.database.be("stranger");
        assertThat(done(() -> reports.news.seen(0, 10)).states()).isEmpty();
        room.refused("member-invalid", () -> reports.news.seen(1_000_000, 10));
    }

    private void report(String month, String pue) {
        room.database.be("reporter");
        done(() -> reports.reporting.submit(
                new NewMonthReport(center, null, YearMonth.parse(month), MonthFigures.pue(pue))));
    }

    private void set(NewSubscriber wanted) {
        room.database.be("admin");
        done(() -> registry.set("dispatch", wanted));
    }

    private SubscriberView see() {
        room.database.be("admin");
        return done(() -> registry.get("dispatch"));
    }

    private List<NewsParcel> take() {
        return done(() -> queue.take(10));
    }

    private void failed(NewsParcel parcel) {
        done(() -> {
            queue.failed(parcel, "away");
            return null;
        });
    }

    private static NewSubscriber wanted(String timetable, List<String> provinces, Long after) {
        return new NewSubscriber(Layer.SCHEDULING, URL, SECRET, KeyedHash.HMAC_SM3, timetable, provinces, false, after);
    }

    private <T> T done(Supplier<T> call) {
        return room.database.sessions.commit(call);
    }
}
