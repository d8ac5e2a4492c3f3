package org.computility.centers.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.centers.registration.RegistrationForTests.center;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.computility.connector.jobs.JobRuntimeAddress;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.PageRequest;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CenterRegistrationTest {

    private static final String CLUSTER = "kubernetes:https://127.0.0.1:6443?namespace=jobs";

    private final MarketForTests database = new MarketForTests();
    private final UUID organisation = database.organisation();

    @TempDir
    Path folder;

    private RegistrationForTests room;
    private CenterRegistration centers;

    @BeforeEach
    void assemble() {
        room = new RegistrationForTests(database, folder);
        centers = room.registration;
        database.open("admin", database.organisation(), Role.ADMINISTRATOR);
        database.open("operator", organisation, Role.OPERATOR);
        database.open("stranger", database.organisation(), Role.OPERATOR);
        database.open("user", organisation, Role.CONSUMER);
        database.be("operator");
    }

    @Test
    void aCenterKeepsItsCredentialSealed() {
        CenterView registered = register(cluster("k8s", null));

        assertThat(registered.operatorId()).isEqualTo(organisation);
        assertThat(registered.connected()).isFalse();
        assertThat(registered.reason()).isEqualTo("The center was not asked yet.");
        assertThat(room.told.news()).containsExactly(new CenterRegistered("k8s"));
        CenterAddress kept = room.registered.address("k8s").orElseThrow();
        assertThat(new String(kept.sealedPassword(), StandardCharsets.ISO_8859_1))
                .doesNotContain("t0ken");
        JobRuntimeAddress open = room.locations.open(kept);
        assertThat(open.password()).isEqualTo("t0ken");
        assertThat(open.location()).hasToString(CLUSTER);
        assertThat(open).hasToString("k8s@" + CLUSTER);
    }

    @Test
    void anIdIsGivenOnce() {
        register(cluster("k8s", null));

        refused("center-exists", () -> centers.register(cluster("k8s", null)));
        assertThat(register(cluster(null, null)).id()).hasSize(36);
    }

    @Test
    void operatorsKeepWhatTheirOrganisationRuns() {
        register(cluster("k8s", null));
        database.be("stranger");
        refused("center-foreign", () -> centers.change("k8s", named("Mine")));
        refused("center-foreign", () -> centers.remove("k8s", false));
        refused("center-foreign", () -> centers.requireOperated("k8s"));
        refused("center-foreign", () -> centers.register(cluster("other", organisation)));
        assertThat(centers.get("k8s").location()).isNull();
        assertThat(centers.get("k8s").reason()).isNull();
        database.be("user");
        refused("role-missing", () -> centers.register(cluster("other", null)));
        refused("role-missing", () -> centers.remove("k8s", false));
        database.be("admin");
        assertThat(centers.get("k8s").location()).isEqualTo(CLUSTER);
        assertThat(change("k8s", named("Ours")).name()).isEqualTo("Ours");
    }

    @Test
    void whatKeepsFilesHereIsAnAdministrators() {
        refused("role-missing", () -> centers.register(center("here")));
        database.be("admin");
        register(center("here"));
        refused("member-invalid", () -> centers.requireImagePlace("here", "/"));
        centers.requireImagePlace("here", "/images/one");
        centers.requireImagePlace(null, "/images/one");
        database.be("operator");
        refused("center-foreign", () -> centers.requireImagePlace("here", "/images/one"));
        refused("role-missing", () -> centers.requireImagePlace(null, "/images/one"));
    }

    @Test
    void aChangeOfThePlaceIsWholeAndAsksAgain() {
        register(cluster("k8s", null));
        room.told.news().clear();

        change("k8s", named("Mine"));
        assertThat(room.told.news()).isEmpty();
        refused("member-missing", () -> centers.change("k8s", moved(CLUSTER + "2", null)));
        change("k8s", moved(CLUSTER + "2", "other"));

        assertThat(room.told.news()).containsExactly(new CenterRegistered("k8s"));
        CenterAddress kept = room.registered.address("k8s").orElseThrow();
        assertThat(room.locations.open(kept).password()).isEqualTo("other");
        assertThat(kept.location()).isEqualTo(CLUSTER + "2");
        assertThat(centers.get("k8s").name()).isEqualTo("Mine");
    }

    @Test
    void anInternalAddressIsNotCalled() {
        refused(
                "url-refused",
                () -> centers.register(new NewCenter(
                        "k8s", "K", null, null, null, null, "kubernetes:https://192.168.7.7", null, "t0ken")));
    }

    @Test
    void eachCenterOfThisMachineHasAFolderOfItsOwn() throws Exception {
        database.be("admin");
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), jobs);
        register(at("one", jobs.toString()));

        for (String taken : List.of(
                jobs.toString(),
                jobs + "/",
                folder + "/./jobs",
                link.toString(),
                link.resolve("below").toString(),
                jobs.resolve("below").toString(),
                folder.toString())) {
            refused("member-invalid", () -> centers.register(at("two", taken)));
        }
        register(at("two", folder.resolve("jobs-2").toString()));
        refused("member-invalid", () -> centers.change("two", moved("process:" + link, null)));
        change("one", moved("process:" + link, null));
    }

    @Test
    void jobsLieBesideThePlatformsOwnData() throws Exception {
        database.be("admin");
        Path data = Files.createDirectories(folder.resolve("data"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), data);

        for (Path ours : List.of(data, link, data.resolve("packages"), folder)) {
            refused("member-invalid", () -> centers.register(at("one", ours.toString())));
        }
        refused(
                "member-invalid",
                () -> centers.register(slurm("cluster", data.resolve("jobs").toString())));
    }

    @Test
    void centersOfOneClusterMayShareAFolderAndNoOthers() {
        database.be("admin");
        String shared = folder.resolve("shared").toString();
        register(slurm("one", shared));
        register(slurm("two", shared));

        refused("member-invalid", () -> centers.register(at("here", shared)));
    }

    @Test
    void whileJobsRunACenterStaysWhereItIs() {
        register(cluster("k8s", null));
        room.needs.running.add("k8s");

        for (String elsewhere : List.of(
                "kubernetes:https://127.0.0.1:6444?namespace=jobs",
                "kubernetes:https://127.0.0.1:6443?namespace=other",
                "kubernetes:https://127.0.0.1:6443/behind?namespace=jobs")) {
            refused("center-in-use", () -> centers.change("k8s", moved(elsewhere, "t0ken")));
        }
        change("k8s", moved(CLUSTER + "&services=node", "other"));
        room.needs.running.clear();
        change("k8s", moved("kubernetes:https://127.0.0.1:6444", "t0ken"));
    }

    private static NewCenter at(String id, String path) {
        return new NewCenter(id, "Center " + id, null, null, null, null, "process:" + path, null, null);
    }

    private static NewCenter slurm(String id, String path) {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        return new NewCenter(id, id, null, null, null, null, "slurm:http://127.0.0.1:6820?folder=" + path, "user", key);
    }

    @Test
    void whileServicesRunTheyStayWithinReach() {
        register(new NewCenter("k8s", "K", null, null, null, null, CLUSTER + "&services=node", null, "t0ken"));
        room.needs.services.add("k8s");

        refused("center-in-use", () -> centers.change("k8s", moved(CLUSTER, "t0ken")));
        change("k8s", moved(CLUSTER + "&services=cluster", "t0ken"));
        room.needs.services.clear();
        change("k8s", moved(CLUSTER, "t0ken"));
    }

    @Test
    void whatLiesNearIsForgottenWithThePlace() {
        register(cluster("k8s", null));
        change("k8s", moved(CLUSTER, "t0ken"));
        assertThat(room.needs.forgotten).isEmpty();

        change("k8s", moved(CLUSTER + "&arch=arm64", "t0ken"));
        assertThat(room.needs.forgotten).containsExactly("k8s");
        database.sessions.commit(() -> centers.remove("k8s", false));
        assertThat(room.needs.forgotten).containsExactly("k8s", "k8s");
    }

    @Test
    void whatJobsNeedStays() {
        register(cluster("k8s", null));
        room.needs.needed.add("k8s");
        refused("center-in-use", () -> centers.remove("k8s", false));

        room.needs.needed.clear();
        database.sessions.commit(() -> centers.remove("k8s", false));

        refused("center-unknown", () -> centers.get("k8s"));
        refused("center-unknown", () -> centers.remove("k8s", false));
        assertThatThrownBy(() -> centers.requireKnown("k8s")).hasMessage("centerId k8s names no center.");
    }

    @Test
    void anAdministratorRemovesByForceWhatJobsNeed() {
        register(cluster("k8s", null));
        room.needs.needed.add("k8s");
        refused("role-missing", () -> centers.remove("k8s", true));
        assertThat(room.registered.removals()).isEmpty();

        database.be("admin");
        database.sessions.commit(() -> centers.remove("k8s", true));

        refused("center-unknown", () -> centers.get("k8s"));
        assertThat(room.registered.removals())
                .extracting(CenterRemoval::centerId)
                .containsExactly("k8s");
        database.sessions.commit(
                () -> room.registered.settleRemovals(Instant.now().plusSeconds(60)));
        assertThat(room.registered.removals()).isEmpty();
    }

    @Test
    void centersAreFoundByTypeAndConnection() {
        register(cluster("a", null));
        register(cluster("b", null));
        database.run("update center set connected = true, processor_type = 'GPU,NPU' where id = 'a'");

        assertThat(ids("NPU", null)).containsExactly("a");
        assertThat(ids("gpu", true)).containsExactly("a");
        assertThat(ids("PU", null)).isEmpty();
        assertThat(ids(null, false)).containsExactly("b");
        assertThat(ids(null, null)).containsExactly("b", "a");
        assertThat(centers.get("a").processorType()).isEqualTo("GPU,NPU");
        assertThat(centers.get("b").processorType()).isNull();
    }

    private List<String> ids(String type, Boolean connected) {
        PageRequest page = new PageRequest(1, 50, List.of(new PageRequest.Order("centerName", true)));
        return centers.page(type, connected, page).content().stream()
                .map(CenterView::id)
                .toList();
    }

    private CenterView register(NewCenter wanted) {
        return database.sessions.commit(() -> centers.register(wanted));
    }

    private CenterView change(String id, CenterChange change) {
        return database.sessions.commit(() -> centers.change(id, change));
    }

    private static NewCenter cluster(String id, UUID operator) {
        return new NewCenter(id, "Center " + id, null, null, null, operator, CLUSTER, null, "t0ken");
    }

    private static CenterChange named(String name) {
        return new CenterChange(name, null, null, null, null, null, null, null);
    }

    private static CenterChange moved(String location, String password) {
        return new CenterChange(null, null, null, null, null, location, null, password);
    }

    private void refused(String code, Runnable story) {
        assertThatThrownBy(() -> database.sessions.commit(story))
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
