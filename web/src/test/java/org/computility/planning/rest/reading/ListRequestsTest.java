package org.computility.planning.rest.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.InstanceSearch;
import org.computility.planning.PlanSearch;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.shared.PageRequest;
import org.computility.shared.PageRequest.Order;
import org.computility.shared.Rejected;
import org.computility.shared.StandardTime;
import org.computility.shared.rest.family.NoSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListRequestsTest {

    private static final UUID ID = UUID.randomUUID();

    /** Times are meant in the zone of the server. */
    @BeforeAll
    static void onAServerWithoutSettings() {
        NoSettings.use();
    }

    @Test
    void readsASearchForPlans() throws Exception {
        TaskListRequest request = read(
                TaskListRequest.class,
                "{'TaskIDs':[7],'Status':'ON','Name':'n','Type':'VIDEO_FILE','Mode':'INSPECTIVE','AlgoDefName':'a',"
                        + "'DeviceIDs':['d'],'AlgoDefCodes':['c'],'CreateTimeFrom':'2026-11-22 16:00:00',"
                        + "'CreateTimeTo':'2026-11-22 16:00:01','PageRequest':{'PageNumber':2,'PageSize':5}}");

        assertThat(request.search())
                .isEqualTo(new PlanSearch(
                        List.of(7L),
                        "ON",
                        "n",
                        PlanType.VIDEO_FILE,
                        PlanMode.INSPECTIVE,
                        "a",
                        List.of("d"),
                        List.of("c"),
                        new PageRequest(2, 5, List.of()),
                        StandardTime.parse("m", "2026-11-22 16:00:00"),
                        StandardTime.parse("m", "2026-11-22 16:00:02")));
    }

    @Test
    void readsASearchForInstances() throws Exception {
        TaskInstanceListRequest request = read(
                TaskInstanceListRequest.class,
                "{'ID':'" + ID + "','Status':'STOPPED','AlgoDefCodes':['c'],'AlgoDefName':'a','TaskID':7,"
                        + "'TaskName':'n','DeviceIDs':['d']}");

        assertThat(request.search())
                .isEqualTo(new InstanceSearch(
                        InstanceIds.of(ID),
                        "STOPPED",
                        List.of("c"),
                        "a",
                        7L,
                        "n",
                        List.of("d"),
                        PageRequest.FIRST,
                        null,
                        null));
    }

    @Test
    void anInstanceIsNamedByANumberOrAText() throws Exception {
        assertThat(instances("{'ID':17}").search().ids()).isEqualTo(new InstanceIds(List.of(17L), List.of()));
        assertThat(instances("{'ID':'17'}").search().ids()).isEqualTo(new InstanceIds(List.of(17L), List.of()));
        assertThat(instances("{}").search().ids()).isNull();
        assertThatThrownBy(() -> instances("{'ID':true}").search())
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.member()).isEqualTo("ID"));
    }

    @ParameterizedTest
    @CsvSource({"ID, id", "TaskID, id", "Name, name", "CreatedDate, createdAt", "LastModifiedDate, modifiedAt"})
    void sortsPlansByTheStandardsWordsAndRepeatsThem(String word, String meant) throws Exception {
        TaskListRequest request = read(TaskListRequest.class, sortedBy(word));

        assertThat(request.search().page().orders()).containsExactly(new Order(meant, true));
        assertThat(request.asked().orders()).containsExactly(new Order(word, true));
    }

    @ParameterizedTest
    @CsvSource({"ID, number", "TaskID, planId", "Status, state", "CreatedDate, createdAt", "Priority, priority"})
    void sortsInstancesByTheStandardsWordsAndRepeatsThem(String word, String meant) throws Exception {
        TaskInstanceListRequest request = instances(sortedBy(word));

        assertThat(request.search().page().orders()).containsExactly(new Order(meant, true));
        assertThat(request.asked().orders()).containsExactly(new Order(word, true));
    }

    @Test
    void sortsByNoOtherWord() {
        for (String word : Set.of("sealed", "createdAt")) {
            assertThatThrownBy(() -> instances(sortedBy(word)).search())
                    .isInstanceOfSatisfying(
                            Rejected.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("order-property-unknown"));
        }
    }

    private static String sortedBy(String word) {
        return "{'PageRequest':{'OrderList':[{'Property':'" + word + "','Direction':'desc'}]}}";
    }

    private static TaskInstanceListRequest instances(String json) throws Exception {
        return read(TaskInstanceListRequest.class, json);
    }

    private static <T> T read(Class<T> type, String json) throws Exception {
        try (Jsonb jsonb = JsonbBuilder.create()) {
            return jsonb.fromJson(json.replace('\'', '"'), type);
        }
    }
}
