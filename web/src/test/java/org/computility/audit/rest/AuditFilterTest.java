package org.computility.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditNote;
import org.computility.audit.AuditTrail;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.FakeCall;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.RecordsItsChanges;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditFilterTest {

    private static final UUID BEGUN = UUID.randomUUID();
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final AuditedPrincipal SOMEBODY = new AuditedPrincipal("somebody", ORGANISATION, "4711");

    private final AuditFilter filter = new AuditFilter();
    private final List<AuditEntry> begun = new ArrayList<>();
    private final List<AuditEntry> recorded = new ArrayList<>();
    private final List<UUID> recordedAs = new ArrayList<>();
    private Method found;

    /** What a method may answer. */
    public record Thing(int id, String name) {}

    /** Methods of every kind; nobody calls them. */
    @Path("/things")
    public interface Things {

        @Audited({"thing {answer.id}", "thing {Name}"})
        void create();

        @Path("{ID}")
        @Audited("thing {ID} of {owner} for {caller.computeCode}")
        void settle();

        @Audited
        void touch();

        @Audited(value = "thing {Name}", by = "Username")
        void introduce();

        @RecordsItsChanges("thing {Name}")
        void keepAlive();

        @RecordsItsChanges(value = "thing {Name}", refusals = false)
        void apply();

        @NotAudited
        void search();
    }

    @BeforeEach
    void connect() {
        filter.note = new AuditNote();
        filter.resource = FakeCall.fake(
                ResourceInfo.class,
                (proxy, asked, arguments) -> asked.getName().equals("getResourceMethod") ? found : Things.class);
        filter.trail = new AuditTrail() {
            @Override
            public UUID begin(AuditEntry entry) {
                begun.add(entry);
                return BEGUN;
            }

            @Override
            public void record(UUID call, AuditEntry entry) {
                recordedAs.add(call);
                recorded.add(entry);
            }
        };
    }

    @Test
    void aCreationIsNamedByWhatWasAskedForUntilItIsAnswered() {
        pass("create", named("POST", "gate").by(SOMEBODY), 201, new Thing(7, "gate"));

        assertThat(begun).extracting(AuditEntry::target).containsExactly("thing gate");
        assertThat(recorded).extracting(AuditEntry::target).containsExactly("thing 7");
        assertThat(recordedAs).containsExactly(BEGUN);
        AuditEntry record = recorded.get(0);
        assertThat(record.action()).isEqualTo("POST /things");
        assertThat(record.outcome()).isEqualTo(201);
        assertThat(record.account()).isEqualTo("somebody");
        assertThat(record.organisationId()).isEqualTo(ORGANISATION);
    }

    @Test
    void aRefusedCreationIsNamedByWhatWasAskedFor() {
        pass("create", named("POST", "gate").by(SOMEBODY), 409, "a refusal");

        assertThat(recorded).extracting(AuditEntry::target).containsExactly("thing gate");
    }

    @Test
    void aGetThatChangesSomethingIsRecordedLikeAnyOther() {
        pass(
                "settle",
                new FakeCall("GET", "things/7")
                        .inPath("ID", "7")
                        .inQuery("owner", "me")
                        .by(SOMEBODY),
                200,
                null);

        assertThat(begun).hasSize(1);
        assertThat(recorded).extracting(AuditEntry::action).containsExactly("GET /things/{ID}");
        assertThat(recorded).extracting(AuditEntry::target).containsExactly("thing 7 of me for 4711");
    }

    @Test
    void aCallWhoseNamesAreNotKnownIsRecordedByItsPath() {
        pass("settle", new FakeCall("GET", "things/7").inPath("ID", "7"), 200, null);
        pass("touch", new FakeCall("POST", "/things"), 200, null);

        assertThat(recorded).extracting(AuditEntry::target).containsExactly("/things/7", "/things");
    }

    @Test
    void whatItsRoomNotedGoesBefore() {
        filter.note.on("thing of the archive");

        pass("create", named("POST", "gate"), 201, new Thing(7, "gate"));

        assertThat(recorded).extracting(AuditEntry::target).containsExactly("thing of the archive");
    }

    @Test
    void aCallThatIsRefusedBeforeItsMethodIsRecordedByItsPath() {
        ContainerRequestContext call = named("POST", "gate").request();
        mark("introduce", call);
        answer(call, 401, null);

        assertThat(begun).isEmpty();
        assertThat(recordedAs).containsOnlyNulls();
        assertThat(recorded).extracting(AuditEntry::target).containsExactly("/things");
        assertThat(recorded.get(0).account()).isNull();
    }

    @Test
    void aCallWithoutATokenIsRecordedUnderTheAccountThatItTries() {
        pass("introduce", named("POST", "gate"), 401, null);

        assertThat(recorded).extracting(AuditEntry::account).containsExactly("somebody-else");
        assertThat(recorded).extracting(AuditEntry::target).containsExactly("thing gate");
    }

    @Test
    void whatItsRoomRecordsIsRecordedHereOnlyWhenRefused() {
        pass("keepAlive", named("POST", "gate"), 200, null);
        assertThat(begun).isEmpty();
        assertThat(recorded).isEmpty();

        pass("keepAlive", named("POST", "gate"), 403, null);
        assertThat(recorded).extracting(AuditEntry::target).containsExactly("thing gate");
    }

    @Test
    void whoeverMayCallWithoutANameFillsNoLogByRefusedCalls() {
        pass("apply", named("POST", "gate"), 201, null);
        pass("apply", named("POST", "gate"), 400, null);
        pass("apply", named("POST", "gate"), 429, null);

        assertThat(begun).isEmpty();
        assertThat(recorded).isEmpty();
    }

    @Test
    void theQueryNamesNeitherTargetNorAccountOfACallWithABody() {
        pass("introduce", named("POST", "gate").inQuery("Name", "x").inQuery("Username", "x"), 200, null);

        assertThat(recorded).extracting(AuditEntry::target).containsExactly("thing gate");
        assertThat(recorded).extracting(AuditEntry::account).containsExactly("somebody-else");
    }

    @Test
    void aRepeatedAnswerIsBytesAndNamesNothing() {
        ContainerRequestContext call = named("POST", "gate").by(SOMEBODY).request();
        mark("create", call);
        filter.filter(call);
        Map<String, Object> again = Map.of("Idempotent-Replayed", "true");
        new AnsweredFilter().filter(call, FakeCall.answer(201, new byte[] {1}, again));
        filter.filter(call, FakeCall.answer(201, new byte[] {1}, again));

        assertThat(recorded).extracting(AuditEntry::target).containsExactly("thing gate (repeated)");
    }

    @Test
    void aRepeatedCallIsRecordedAsOne() {
        ContainerRequestContext call = named("POST", "gate").request();
        mark("introduce", call);
        filter.filter(call);
        filter.filter(call, FakeCall.answer(201, "the first answer", Map.of("Idempotent-Replayed", "true")));

        assertThat(recorded).extracting(AuditEntry::target).containsExactly("thing gate (repeated)");
    }

    @Test
    void aSearchLeavesNoRecord() {
        pass("search", named("POST", "gate"), 200, null);
        pass("search", named("POST", "gate"), 400, null);

        assertThat(recorded).isEmpty();
    }

    @Test
    void aChangeRefusedForItsTypeIsRecordedByItsPath() {
        answer(named("POST", "gate").request(), 415, null);
        answer(named("GET", "gate").request(), 406, null);
        answer(named("POST", "gate").request(), 404, null);

        assertThat(recorded).extracting(AuditEntry::action).containsExactly("POST /things");
        assertThat(recorded).extracting(AuditEntry::outcome).containsExactly(415);
    }

    private static FakeCall named(String method, String name) {
        return new FakeCall(method, "things")
                .body(Json.createObjectBuilder()
                        .add("Name", name)
                        .add("Username", "somebody-else")
                        .build());
    }

    private void pass(String method, FakeCall fake, int status, Object entity) {
        ContainerRequestContext call = fake.request();
        mark(method, call);
        filter.filter(call);
        answer(call, status, entity);
    }

    private void mark(String method, ContainerRequestContext call) {
        found = Stream.of(Things.class.getMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow();
        Optional<AuditRule> rule = AuditRule.of(found);
        rule.ifPresent(marked -> new MarkFilter(marked).filter(call));
    }

    private void answer(ContainerRequestContext call, int status, Object entity) {
        new AnsweredFilter().filter(call, FakeCall.answer(status, entity, Map.of()));
        filter.filter(call, FakeCall.answer(status, "in an envelope", Map.of()));
    }
}
