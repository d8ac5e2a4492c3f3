package org.computility.runtime.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.computility.algopackage.archive.AlgoPackageWriter;
import org.computility.runtime.JsonText;
import org.computility.runtime.NodeFixture;
import org.computility.runtime.Refusal;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.computility.runtime.http.Gate;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.packages.PackageStore;
import org.computility.runtime.services.AlgorithmService.Seat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services loaded, changed and unloaded, with packages that a node can run and others. */
@Timeout(60)
class ServicesTest {

    private static final String MOTION = NodeFixture.MOTION;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path temp;

    private final List<ServiceState> news = new CopyOnWriteArrayList<>();
    private Path folder;
    private PackageStore packages;
    private Services services;

    @BeforeEach
    void open() throws Exception {
        folder = Files.createDirectory(temp.resolve("packages"));
        Files.write(folder.resolve(MOTION + ".tar"), NodeFixture.tar("motion-in-area"));
        Files.write(folder.resolve(NodeFixture.SOIL + ".tar"), NodeFixture.tar("bare-soil-share"));
        start(AcceleratorChoice.CPU);
    }

    @AfterEach
    void close() {
        services.close();
        packages.close();
    }

    @Test
    void aServiceIsLoadedWithItsReplicasAndRepeatingThatChangesNothing() throws Exception {
        load(MOTION, ",\"Replicas\":3");
        awaitStatus("RUNNING");
        AlgorithmService first = services.get("s");
        load(MOTION, ",\"Replicas\":3");

        assertThat(services.get("s")).isSameAs(first);
        assertThat(services.list()).containsExactly(new ServiceState("s", MOTION, "RUNNING", 3, null));
        assertThat(services.uses(MOTION)).isTrue();
        assertThat(services.uses(NodeFixture.SOIL)).isFalse();
        assertThat(news.get(0).status()).isEqualTo("INIT");
    }

    @Test
    void itsNumberOfReplicasFollowsTheLatestLoad() throws Exception {
        load(MOTION, ",\"Replicas\":3");
        load(MOTION, ",\"Replicas\":1");
        awaitStatus("RUNNING");
        assertThat(seatsLeft()).isEqualTo(services.get("s").algoPackage().streamsPerReplica());

        load(MOTION, ",\"Replicas\":2");
        await().atMost(SOON).until(() -> !services.get("s").lacksReplica());
        assertThat(seatsLeft()).isEqualTo(2 * services.get("s").algoPackage().streamsPerReplica());
    }

    @Test
    void aServiceKeepsItsPackage() throws Exception {
        load(MOTION, "");
        awaitStatus("RUNNING");

        assertThatThrownBy(() -> load(NodeFixture.SOIL, ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("The service s runs another package")
                .satisfies(e -> assertThat(((Refusal) e).status()).isEqualTo(409));
    }

    @Test
    void anUnloadedServiceIsGoneAndCanBeLoadedWithAnotherPackage() throws Exception {
        load(MOTION, "");
        awaitStatus("RUNNING");
        services.unload("s");
        services.unload("s");
        services.unload("never");

        assertThat(services.list()).isEmpty();
        assertThat(services.uses(MOTION)).isFalse();
        assertThat(news.get(news.size() - 1).status()).isEqualTo("UNSPECIFIED");
        assertThatThrownBy(() -> services.get("s"))
                .isInstanceOf(Refusal.class)
                .hasMessage("The service s is not loaded on this node");
        load(NodeFixture.SOIL, "");
        awaitStatus("RUNNING");
    }

    @Test
    void aServiceUnloadedWhileItIsLoadedIsNeverToldOfAgain() throws Exception {
        Gate answer = new Gate();
        try (FakeServer licences = new FakeServer(request -> {
            answer.pass();
            return Reply.status(404);
        })) {
            load(MOTION, ",\"LicenseFile\":\"%s\"".formatted(licences.url("/l")));
            await().atMost(SOON).until(() -> licences.requests().size() == 1);
            services.unload("s");
            answer.open();
            // The loader has one thread: what comes behind the failed load shows that it is through.
            load("behind", NodeFixture.SOIL, "");
            awaitStatus("behind", "RUNNING");
        }
        List<String> told = news.stream()
                .filter(state -> state.serviceId().equals("s"))
                .map(ServiceState::status)
                .toList();
        assertThat(told).doesNotContain("ERROR").endsWith("UNSPECIFIED");
    }

    @Test
    void tasksThatRunOnWhileTheirServiceIsUnloadedKeepTheirGraph() throws Exception {
        load(MOTION, "");
        awaitStatus("RUNNING");
        try (Seat seat = services.get("s").take("COMPUTILITY-MOTION_IN_AREA-1.0.0");
                var stream = seat.graph().openStream()) {
            services.unload("s");

            assertThat(stream.run()).isNotEmpty();
        }
    }

    @Test
    void aGraphThatCannotBeRunIsAnErrorThatANewLoadMends() throws Exception {
        Path graph = packages.folder(MOTION).resolve("motion.onnx");
        byte[] good = Files.readAllBytes(graph);
        Files.write(graph, new byte[] {1, 2, 3});
        load(MOTION, "");
        awaitStatus("ERROR");
        assertThat(state("s").message()).startsWith("The graph motion.onnx cannot be run on CPU");

        Files.write(graph, good);
        load(MOTION, "");
        awaitStatus("RUNNING");
        assertThat(state("s").message()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "AlgoServiceID":""                                   | 400 | AlgoServiceID is missing
            "AlgoFilePackageID":7                                | 400 | AlgoFilePackageID is a text
            "AlgoFilePackageID":"nobody's"                       | 404 | The package nobody's is not on this node
            "Replicas":0                                         | 400 | Replicas is a whole number from 1 to 64
            "Replicas":65                                        | 400 | Replicas is a whole number
            "Replicas":1.5                                       | 400 | Replicas is a whole number
            "Replicas":"2"                                       | 400 | Replicas is a whole number
            "LicenseFile":"file:///etc/passwd"                   | 400 | LicenseFile is an http or https address
            "Env":{}                                             | 400 | Env is a list
            "Env":[{"Value":"x"}]                                | 400 | Env[0].Name is missing
            "Env":[{"Name":"A"},{"Name":"B","Value":{}}]         | 400 | Env[1].Value is a text
            """)
    void aWrongLoadIsRefusedByItsMember(String member, int status, String message) {
        JsonObject usual = json("{\"AlgoServiceID\":\"s\",\"AlgoFilePackageID\":\"" + MOTION + "\"}");
        JsonObject body = Json.createObjectBuilder(usual)
                .addAll(Json.createObjectBuilder(json("{" + member + "}")))
                .build();

        assertThatThrownBy(() -> services.load(body))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(message)
                .satisfies(e -> assertThat(((Refusal) e).status()).isEqualTo(status));
        assertThat(services.list()).isEmpty();
        assertThat(news).isEmpty();
    }

    @Test
    void aRequiredSettingIsGivenOrDefaultedOrReplacedByALicenceFile() throws Exception {
        String id = "1101080000508000000120261101000000000055";
        install(id, "Env: [{Name: AUTH_SERVER_ADDR, Required: true}, {Name: LEVEL, Required: true, Value: low}]");
        try (FakeServer licences =
                new FakeServer(request -> Reply.status(200).saying("l".getBytes(StandardCharsets.UTF_8)))) {
            assertThatThrownBy(() -> load(id, ""))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Env lacks a value for AUTH_SERVER_ADDR");
            assertThatThrownBy(() -> load(id, ",\"Env\":[{\"Name\":\"AUTH_SERVER_ADDR\",\"Value\":\"\"}]"))
                    .hasMessage("Env lacks a value for AUTH_SERVER_ADDR");
            assertThatThrownBy(() -> load(
                            id,
                            ",\"Env\":[{\"Name\":\"AUTH_SERVER_ADDR\",\"Value\":\"x\"},"
                                    + "{\"Name\":\"LEVEL\",\"Value\":\"\"}]"))
                    .hasMessage("Env lacks a value for LEVEL");

            load("by-value", id, ",\"Env\":[{\"Name\":\"AUTH_SERVER_ADDR\",\"Value\":\"x\"}]");
            load("by-licence", id, ",\"LicenseFile\":\"%s\"".formatted(licences.url("/l")));
            awaitStatus("by-value", "RUNNING");
            awaitStatus("by-licence", "RUNNING");
        }
    }

    @Test
    void aPackageForACardDoesNotRunOnANodeOfProcessors() throws Exception {
        String id = "1101080000508000000120261101000000000055";
        install(id, "Accelerators: [NVIDIA-T4]");

        assertThatThrownBy(() -> load(id, ""))
                .isInstanceOf(Refusal.class)
                .hasMessage("The package needs one of [NVIDIA-T4]");
    }

    private void start(AcceleratorChoice accelerator) throws IOException {
        packages = new PackageStore(folder, state -> {});
        services = new Services(packages, accelerator, temp.resolve("licences"), news::add);
    }

    /** The motion package under another ID, with a member of its description replaced or added. */
    private void install(String id, String member) throws Exception {
        Path unpacked = temp.resolve("unpacked-" + id);
        new AlgoPackageArchive().extract(folder.resolve(MOTION + ".tar"), unpacked);
        String name = member.substring(0, member.indexOf(':'));
        String yaml = Files.readString(unpacked.resolve("algo.yaml"))
                .replaceAll("(?m)^" + name + ":.*\\R((?=[ -]).*\\R)*", "")
                .replace(MOTION, id);
        AlgoPackageWriter.write(
                Map.of(
                        "algo.yaml",
                        (yaml + member + "\n").getBytes(StandardCharsets.UTF_8),
                        "motion.onnx",
                        Files.readAllBytes(unpacked.resolve("motion.onnx"))),
                folder.resolve(id + ".tar"));
        close();
        start(AcceleratorChoice.CPU);
    }

    private void load(String packageId, String more) throws Refusal {
        load("s", packageId, more);
    }

    private void load(String service, String packageId, String more) throws Refusal {
        services.load(
                json("{\"AlgoServiceID\":\"%s\",\"AlgoFilePackageID\":\"%s\"%s}".formatted(service, packageId, more)));
    }

    private void awaitStatus(String status) {
        awaitStatus("s", status);
    }

    private void awaitStatus(String service, String status) {
        await().atMost(SOON).until(() -> state(service).status().equals(status));
    }

    private ServiceState state(String service) {
        return services.list().stream()
                .filter(state -> state.serviceId().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /** Takes them all and gives them back. */
    private int seatsLeft() throws Refusal {
        AlgorithmService service = services.get("s");
        List<Seat> seats = new CopyOnWriteArrayList<>();
        try {
            while (true) {
                seats.add(service.take("COMPUTILITY-MOTION_IN_AREA-1.0.0"));
            }
        } catch (Refusal full) {
            seats.forEach(Seat::close);
            return seats.size();
        }
    }

    private static JsonObject json(String text) {
        return JsonText.object(text).orElseThrow();
    }
}
