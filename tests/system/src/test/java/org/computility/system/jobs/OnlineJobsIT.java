package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Services as their users meet them, on this machine, through the platform's proxy. */
@OnTheServer
class OnlineJobsIT {

    private static final Path SOCAT = Path.of("/usr/bin/socat");

    private final Platform platform;
    private final TrainingGround ground;
    private final Platform.Account account;
    private final String spec;
    private final HttpClient http = HttpClient.newHttpClient();
    private String token;
    private Visitor user;

    OnlineJobsIT(Platform platform) {
        boolean mayLack = !"true".equals(System.getenv("CI"));
        Assumptions.assumeFalse(mayLack && !Files.isExecutable(SOCAT), "needs socat; .ci/run installs it on Debian");
        this.platform = platform;
        ground = new TrainingGround(platform);
        account = platform.account(platform.freshOrganisation(), "CONSUMER");
        spec = roomy();
        login();
    }

    private void login() {
        token = platform.login(account.username(), account.password());
        user = platform.as(token);
    }

    @Test
    void aServiceIsCalledWithATokenAndStreams() throws Exception {
        JsonObject created = create(1);
        assertThat(created.keySet()).containsExactlyInAnyOrder("metadata", "status");
        JsonObject metadata = created.getJsonObject("metadata");
        assertThat(metadata.keySet()).containsExactlyInAnyOrder("id", "name", "desc", "createTime", "url");
        assertThat(created.getString("status")).isEqualTo("PENDING");
        String id = metadata.getString("id");
        String url = metadata.getString("url");
        assertThat(url).endsWith("/" + id + "/");
        HttpResponse<String> early = call(url, token);
        assertThat(early.statusCode()).as(early.body()).isEqualTo(503);
        assertThat(early.headers().firstValue("Retry-After")).isPresent();
        awaitRunning(id);

        HttpResponse<String> answer = call(url + "some/path?q=1", token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> words = answer.body().lines().toList();
        assertThat(words.get(0)).as("path").isEqualTo("/some/path?q=1");
        assertThat(words.get(1)).as("user").matches("[0-9a-f-]{36}");
        assertThat(words.get(2)).as("tokens").isEqualTo("None None");
        assertThat(words.get(3)).as("prefix").isEqualTo("/" + id);
        assertThat(bearer(url).statusCode()).isEqualTo(200);

        refuses(url);
        streams(url);
        echoes(url);
        await().atMost(TrainingGround.PATIENCE).until(() -> calls(id) >= 5);
        Refusals.check(user.get("trainjob/" + id), 400, "0240", "id");
        assertThat(user.get("platform/v1/jobs/" + id).expect(200).json().getString("kind"))
                .isEqualTo("ONLINE");
        stop(id, url);
    }

    @InTurn(place = 1)
    @Test
    void aServiceIsBegunAgainScaledAndOutlivesThePlatform(ServerUnderTest server) throws Exception {
        JsonObject metadata = create(1).getJsonObject("metadata");
        String id = metadata.getString("id");
        String url = metadata.getString("url");
        awaitRunning(id);

        call(url + "die", token);
        await().atMost(TrainingGround.PATIENCE).until(() -> attempts(id) == 2);
        assertThat(user.get("platform/v1/jobs/" + id).text()).contains("ended with exit status 3");
        awaitRunning(id);
        await().atMost(TrainingGround.PATIENCE).until(() -> call(url, token).statusCode() == 200);

        user.put("platform/v1/jobs/" + id + "/replicas", replicas(2)).expect(200);
        Set<String> answered = new HashSet<>();
        await().atMost(TrainingGround.PATIENCE).until(() -> {
            answered.add(call(url, token).body().lines().toList().get(4));
            return answered.containsAll(Set.of("0", "1"));
        });
        user.put("platform/v1/jobs/" + id + "/replicas", replicas(1)).expect(200);
        assertThat(user.put("platform/v1/jobs/" + id + "/replicas", replicas(0)).status())
                .isEqualTo(400);

        long before = attempts(id);
        if (System.getProperty("computility.url") == null) {
            server.kill();
            server.start();
            login();
        }
        await().atMost(TrainingGround.PATIENCE)
                .ignoreException(IOException.class)
                .until(() -> call(url, token).statusCode() == 200);
        assertThat(attempts(id)).isEqualTo(before);
        stop(id, url);
    }

    @InTurn
    @Test
    void aServiceIsPaidByTheSecond() throws Exception {
        price("SECOND", "0.50");
        deposit("100");
        JsonObject metadata = create(1).getJsonObject("metadata");
        String id = metadata.getString("id");
        awaitRunning(id);
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> call(metadata.getString("url"), token).statusCode() == 200);
        user.post("platform/v1/jobs/" + id + "/stop").expect(200);
        awaitEnd(id);

        JsonObject cost = TrainingGround.awaitCharged(user, id);
        BigDecimal charged = cost.getJsonNumber("charged").bigDecimalValue();
        assertThat(charged)
                .isPositive()
                .isEqualByComparingTo(new BigDecimal("0.50")
                        .multiply(cost.getJsonNumber("nodeSeconds").bigDecimalValue()));
        await().atMost(TrainingGround.PATIENCE)
                .untilAsserted(
                        () -> assertThat(balance()).isEqualByComparingTo(new BigDecimal("100").subtract(charged)));
    }

    @InTurn
    @Test
    void callsArePaidWhereTheyHaveAPrice() throws Exception {
        price("CALL", "2.50");
        Instant priced = Instant.now();
        deposit("100");
        JsonObject metadata = create(1).getJsonObject("metadata");
        String id = metadata.getString("id");
        awaitRunning(id);
        // A call costs what was valid when its minute began.
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> Instant.now().truncatedTo(ChronoUnit.MINUTES).isAfter(priced));
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> call(metadata.getString("url"), token).statusCode() == 200);
        call(metadata.getString("url"), token);
        await().atMost(TrainingGround.PATIENCE).until(() -> calls(id) >= 2);
        user.post("platform/v1/jobs/" + id + "/stop").expect(200);
        awaitEnd(id);

        long calls = calls(id);
        BigDecimal price = new BigDecimal("2.50").multiply(BigDecimal.valueOf(calls));
        await().atMost(TrainingGround.PATIENCE)
                .untilAsserted(() -> assertThat(balance()).isEqualByComparingTo(new BigDecimal("100").subtract(price)));
        JsonObject cost =
                user.get("platform/v1/jobs/" + id + "/costs").expect(200).json();
        assertThat(cost.getJsonNumber("calls").longValue()).isEqualTo(calls);
        assertThat(cost.getJsonNumber("charged").bigDecimalValue()).isEqualByComparingTo(price);
        assertThat(items(id))
                .filteredOn(item -> item.containsKey("calls"))
                .allSatisfy(item -> assertThat(item.containsKey("seconds")).isFalse())
                .extracting(item -> item.getJsonNumber("calls").longValue())
                .satisfies(counts -> assertThat(
                                counts.stream().mapToLong(each -> each).sum())
                        .isEqualTo(calls));
    }

    private List<JsonObject> items(String id) {
        return user.get("platform/v1/jobs/" + id + "/costs/items?pageSize=100")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private void awaitEnd(String id) {
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> user.get("platform/v1/jobs/" + id).expect(200).json().getJsonArray("tasks").stream()
                        .flatMap(task -> task.asJsonObject().getJsonArray("attempts").stream())
                        .allMatch(attempt -> attempt.asJsonObject().containsKey("endedAt")));
    }

    private void price(String unit, String unitPrice) {
        JsonObject price = Json.createObjectBuilder()
                .add("unit", unit)
                .add("unitPrice", new BigDecimal(unitPrice))
                .build();
        platform.asAdmin().post("platform/v1/specs/" + spec + "/prices", price).expect(201);
    }

    private void deposit(String amount) {
        JsonObject deposit = Json.createObjectBuilder()
                .add("account", account.organisationId())
                .add("amount", new BigDecimal(amount))
                .add("reference", platform.freshName("bank"))
                .build();
        platform.asAdmin().post("platform/v1/settlement/deposits", deposit).expect(201);
    }

    private BigDecimal balance() {
        return user.get("platform/v1/settlement/accounts")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonNumber("balance")
                .bigDecimalValue();
    }

    @InTurn
    @Test
    void whatAServiceMayNotAskFor() {
        JsonObject config = config(1);
        refusedConfig("0204", "port", Json.createObjectBuilder(config).add("port", 80));
        refusedConfig("0201", "port", Json.createObjectBuilder(config).add("port", "80"));
        refusedConfig("0202", "healthPath", Json.createObjectBuilder(config).add("healthPath", "health"));
        refusedConfig("0203", "specId", Json.createObjectBuilder(config).remove("specId"));
        refusedConfig("0220", "imageId", Json.createObjectBuilder(config).remove("imageId"));
        refusedConfig("0211", "specId", Json.createObjectBuilder(config).add("specId", "nothing"));
        refusedConfig("0204", "nodeCount", Json.createObjectBuilder(config).add("nodeCount", 0));
        refusedConfig("0201", "nodeCount", Json.createObjectBuilder(config).add("nodeCount", "two"));
        refusedConfig("0221", "imageId", Json.createObjectBuilder(config).add("imageId", "nothing"));
        refusedConfig(
                "0210",
                "centerId",
                Json.createObjectBuilder(config)
                        .add("centerId", Json.createArrayBuilder().add("nowhere")));
        JsonObject unnamed = Json.createObjectBuilder()
                .add("jobName", "a b")
                .add("config", config)
                .build();
        Refusals.check(user.post("onlineJob", unnamed), 400, "0205", "jobName");
        for (String name : new String[] {"", "x".repeat(65)}) {
            JsonObject wrong =
                    Json.createObjectBuilder(unnamed).add("jobName", name).build();
            Refusals.check(user.post("onlineJob", wrong), 400, "0206", "jobName");
        }
        JsonObject told = Json.createObjectBuilder(unnamed)
                .add("jobName", platform.freshName("online"))
                .add("jobDesc", "水".repeat(257))
                .build();
        Refusals.check(user.post("onlineJob", told), 400, "0207", "jobDesc");
        JsonObject taken = create(1).getJsonObject("metadata");
        JsonObject again = Json.createObjectBuilder(unnamed)
                .add("jobName", taken.getString("name"))
                .build();
        Refusals.check(user.post("onlineJob", again), 400, "0208", "jobName");
        user.post("platform/v1/jobs/" + taken.getString("id") + "/stop").expect(200);
        Visitor auditor = ground.strangers("AUDITOR");
        JsonObject named = Json.createObjectBuilder(unnamed)
                .add("jobName", platform.freshName("online"))
                .build();
        assertThat(auditor.post("onlineJob", named).status()).isEqualTo(403);
    }

    private void refusedConfig(String code, String member, jakarta.json.JsonObjectBuilder config) {
        JsonObject job = Json.createObjectBuilder()
                .add("jobName", platform.freshName("online"))
                .add("config", config)
                .build();
        Refusals.check(user.post("onlineJob", job), 400, code, member);
    }

    private void refuses(String url) throws Exception {
        HttpResponse<String> nobody = call(url, null);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(nobody.body()).contains("token-missing");
        assertThat(call(url, "no-token").statusCode()).isEqualTo(401);
        assertThat(call(url, key("SERVICES")).statusCode()).isEqualTo(200);
        assertThat(call(url, key("JOBS")).body()).contains("scope-missing");
        Platform.Account other = platform.account(platform.freshOrganisation(), "OPERATOR");
        HttpResponse<String> stranger = call(url, platform.login(other.username(), other.password()));
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(stranger.body()).contains("job-unknown");
        assertThat(call(url.replaceFirst("[^/]+/$", "x/"), token).statusCode()).isEqualTo(404);
    }

    private String key(String scope) {
        JsonObject wanted = Json.createObjectBuilder()
                .add("name", "caller")
                .add("scopes", Json.createArrayBuilder().add(scope))
                .add("expiresAt", Instant.now().plusSeconds(600).toString())
                .build();
        return user.post("platform/v1/keys", wanted).expect(201).json().getString("key");
    }

    private void streams(String url) throws Exception {
        HttpRequest request = request(url + "stream", token).build();
        try (BufferedReader events = new BufferedReader(new InputStreamReader(
                http.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo("data: one");
            call(url + "go", token);
            assertThat(events.readLine()).isEmpty();
            assertThat(events.readLine()).isEqualTo("data: two");
        }
    }

    private void echoes(String url) throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        WebSocket socket = http.newWebSocketBuilder()
                .header("X-Auth-Token", token)
                .buildAsync(URI.create(url.replaceFirst("^http", "ws") + "echo"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        heard.complete(text.toString());
                        return null;
                    }
                })
                .get(20, TimeUnit.SECONDS);
        socket.sendText("hello", true).get(20, TimeUnit.SECONDS);
        assertThat(heard.get(20, TimeUnit.SECONDS)).isEqualTo("hello");
        socket.abort();
    }

    private void stop(String id, String url) throws Exception {
        assertThat(user.post("platform/v1/jobs/" + id + "/stop")
                        .expect(200)
                        .json()
                        .getString("status"))
                .isEqualTo("STOPPED");
        await().atMost(TrainingGround.PATIENCE).until(() -> call(url, token).statusCode() == 404);
        assertThat(call(url, token).body()).contains("service-ended");
        user.delete("platform/v1/jobs/" + id).expect(204);
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> call(url, token).body().contains("job-unknown"));
    }

    private void awaitRunning(String id) {
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> user.get("platform/v1/jobs/" + id)
                        .expect(200)
                        .json()
                        .getString("status")
                        .equals("RUNNING"));
    }

    private long attempts(String id) {
        return user.get("platform/v1/jobs/" + id).expect(200).json().getJsonArray("tasks").stream()
                .mapToLong(task -> task.asJsonObject().getJsonArray("attempts").size())
                .sum();
    }

    private long calls(String id) {
        return user.get("platform/v1/jobs/" + id + "/calls")
                .expect(200)
                .json()
                .getJsonNumber("calls")
                .longValue();
    }

    private static JsonObject replicas(int count) {
        return Json.createObjectBuilder().add("replicas", count).build();
    }

    private HttpResponse<String> call(String url, String shown) throws IOException, InterruptedException {
        return http.send(request(url, shown).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> bearer(String url) throws IOException, InterruptedException {
        return http.send(
                request(url, null).header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String url, String shown) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        return shown == null ? request : request.header("X-Auth-Token", shown);
    }

    private JsonObject create(int replicas) {
        JsonObject job = Json.createObjectBuilder()
                .add("jobName", platform.freshName("online"))
                .add("jobDesc", "A service of a test")
                .add("config", config(replicas))
                .build();
        return user.post("onlineJob", job).expect(200).json();
    }

    private JsonObject config(int replicas) {
        return Json.createObjectBuilder()
                .add("centerId", Json.createArrayBuilder().add(ground.center()))
                .add("specId", spec)
                .add("nodeCount", replicas)
                .add("imageId", ground.image())
                .add("command", "cat >service.py <<'END'\n" + service() + "END\nexec python3 service.py")
                .add("port", 9001)
                .add("healthPath", "/health")
                .build();
    }

    private static String service() {
        try (var text = OnlineJobsIT.class.getResourceAsStream("service.py")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String roomy() {
        String id = platform.freshName("roomy").toLowerCase(Locale.ROOT);
        JsonObject small = platform.asAdmin()
                .get("platform/v1/specs/" + ground.spec())
                .expect(200)
                .json();
        platform.asAdmin()
                .post(
                        "platform/v1/specs",
                        Json.createObjectBuilder()
                                .add("id", id)
                                .add("name", "Room for Python")
                                .add("cpu", small.get("cpu"))
                                .add(
                                        "memory",
                                        Json.createObjectBuilder()
                                                .add("size", 512)
                                                .add("unit", "MiB"))
                                .build())
                .expect(201);
        return id;
    }
}
