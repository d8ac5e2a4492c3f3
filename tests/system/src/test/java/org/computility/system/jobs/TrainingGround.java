package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.computility.system.Answer;
import org.computility.system.Platform;
import org.computility.system.Visitor;

/** A center of its own, on this machine unless another is given, with a spec and an image, and a user. */
public final class TrainingGround {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Platform platform;
    private final String center;
    private final String spec;
    private final String image;
    private final String organisation;
    private final Platform.Account account;

    public TrainingGround(Platform platform) {
        this(platform, TrainingCenters.here(platform, TrainingCenters.folder()));
    }

    /** @param center a center that is connected, which need not be this machine */
    public TrainingGround(Platform platform, String center) {
        this.platform = platform;
        this.center = center;
        spec = platform.freshName("spec").toLowerCase(Locale.ROOT);
        image = platform.freshName("image").toLowerCase(Locale.ROOT);
        offer();
        organisation = platform.freshOrganisation();
        account = platform.account(organisation, "CONSUMER");
    }

    /** The user; a new token each time, since servers are killed in between. */
    public Visitor user() {
        return platform.as(platform.login(account.username(), account.password()));
    }

    /** Somebody of another organisation. */
    Visitor strangers(String role) {
        Platform.Account other = platform.account(platform.freshOrganisation(), role);
        return platform.as(platform.login(other.username(), other.password()));
    }

    /** The user's. */
    String organisation() {
        return organisation;
    }

    public String center() {
        return center;
    }

    String spec() {
        return spec;
    }

    String image() {
        return image;
    }

    /** A second of the spec costs so much from now on. */
    public void price(String unitPrice) {
        JsonObject price = Json.createObjectBuilder()
                .add("unitPrice", new BigDecimal(unitPrice))
                .build();
        platform.asAdmin().post("platform/v1/specs/" + spec + "/prices", price).expect(201);
    }

    /** The user's organisation has paid in so much. */
    public void deposit(String amount) {
        JsonObject deposit = Json.createObjectBuilder()
                .add("account", organisation)
                .add("amount", new BigDecimal(amount))
                .add("reference", platform.freshName("bank"))
                .build();
        platform.asAdmin().post("platform/v1/settlement/deposits", deposit).expect(201);
    }

    /** What the user's organisation has. */
    BigDecimal balance() {
        return user().get("platform/v1/settlement/accounts")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonNumber("balance")
                .bigDecimalValue();
    }

    /** Waits until all that the job has run is charged: each whole second of each attempt once. What it costs. */
    public static JsonObject awaitCharged(Visitor user, String id) {
        long seconds = user.get("platform/v1/jobs/" + id).expect(200).json().getJsonArray("tasks").stream()
                .flatMap(task -> task.asJsonObject().getJsonArray("attempts").stream())
                .map(JsonValue::asJsonObject)
                .filter(attempt -> attempt.containsKey("startedAt"))
                .mapToLong(attempt -> Duration.between(
                                Instant.parse(attempt.getString("startedAt")),
                                Instant.parse(attempt.getString("endedAt")))
                        .toSeconds())
                .sum();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(items(user, id)).isEqualTo(seconds));
        JsonObject cost =
                user.get("platform/v1/jobs/" + id + "/costs").expect(200).json();
        assertThat(cost.getJsonNumber("nodeSeconds").longValue()).isEqualTo(seconds);
        assertThat(cost.getJsonNumber("uncharged").bigDecimalValue()).isZero();
        return cost;
    }

    /** How many seconds were charged. */
    private static long items(Visitor user, String id) {
        return user
                .get("platform/v1/jobs/" + id + "/costs/items?pageSize=100")
                .expect(200)
                .json()
                .getJsonArray("items")
                .stream()
                .map(JsonValue::asJsonObject)
                .filter(item -> item.containsKey("seconds"))
                .mapToLong(item -> item.getJsonNumber("seconds").longValue())
                .sum();
    }

    /** One more center on this machine, connected. */
    String newCenter() {
        return TrainingCenters.here(platform, TrainingCenters.folder());
    }

    /** A new spec of so many cores and little memory. */
    String specOf(int cores) {
        String id = platform.freshName("spec").toLowerCase(Locale.ROOT);
        addSpec(id, cores);
        return id;
    }

    private void offer() {
        addSpec(spec, 1);
        offerImage();
    }

    private void addSpec(String id, int cores) {
        platform.asAdmin()
                .post(
                        "platform/v1/specs",
                        Json.createObjectBuilder()
                                .add("id", id)
                                .add("name", "Cores: " + cores)
                                .add(
                                        "cpu",
                                        Json.createObjectBuilder()
                                                .add("arch", architecture())
                                                .add("cores", cores))
                                .add(
                                        "memory",
                                        Json.createObjectBuilder()
                                                .add("size", 64)
                                                .add("unit", "MiB"))
                                .build())
                .expect(201);
    }

    private void offerImage() {
        platform.asAdmin()
                .post(
                        "platform/v1/images",
                        Json.createObjectBuilder()
                                .add("id", image)
                                .add("name", "The machine's own programs")
                                .build())
                .expect(201);
    }

    private static String architecture() {
        return System.getProperty("os.arch").matches("aarch64|arm64") ? "ARM" : "X86";
    }

    /** Table A.31 with what a job needs at this ground. */
    JsonObjectBuilder wanted(String name, String command, int nodes) {
        return Json.createObjectBuilder()
                .add("jobName", name)
                .add("jobDesc", "A job of a test")
                .add("config", config(command, nodes));
    }

    /** Table A.32. */
    JsonObjectBuilder config(String command, int nodes) {
        return Json.createObjectBuilder()
                .add("centerId", Json.createArrayBuilder().add(center))
                .add("specId", spec)
                .add("nodeCount", nodes)
                .add("imageId", image)
                .add("command", command)
                .add("maxSeconds", 600);
    }

    /** Creates a job of one task that names no center; its id. */
    String createAnywhere(Visitor user, String name, String command) {
        JsonObject job = wanted(name, command, 1)
                .add("config", config(command, 1).remove("centerId"))
                .build();
        return user.post("trainjob", job)
                .expect(200)
                .json()
                .getJsonObject("metadata")
                .getString("id");
    }

    /** Creates a job; its id. */
    public String create(Visitor user, String name, String command, int nodes) {
        return user.post("trainjob", wanted(name, command, nodes).build())
                .expect(200)
                .json()
                .getJsonObject("metadata")
                .getString("id");
    }

    /** Table A.42. */
    static JsonObject detail(Visitor user, String id) {
        return user.get("trainjob/" + id).expect(200).json();
    }

    static String status(Visitor user, String id) {
        return detail(user, id).getString("status");
    }

    public static void awaitStatus(Visitor user, String id, String status) {
        await().atMost(PATIENCE)
                .failFast(() -> {
                    String now = status(user, id);
                    if (!now.equals(status) && !List.of("PENDING", "RUNNING").contains(now)) {
                        throw new AssertionError(
                                "is " + user.get("platform/v1/jobs/" + id).text());
                    }
                })
                .until(() -> status(user, id).equals(status));
    }

    static List<String> taskIds(Visitor user, String id) {
        return detail(user, id).getJsonArray("tasks").getValuesAs(JsonObject.class).stream()
                .map(task -> task.getString("taskId"))
                .toList();
    }

    /** What the task has printed. */
    static String log(Visitor user, String id, String taskId) {
        return user.get("platform/v1/jobs/" + id + "/tasks/" + taskId + "/log")
                .expect(200)
                .json()
                .getString("text");
    }

    /** The whole log by its link, without a token. */
    Answer linkedLog(Visitor user, String id, String taskId, String contentType) {
        String url = user.get("trainjob/" + id + "/tasks/" + taskId + "/logs/url?contentType=" + contentType)
                .expect(200)
                .json()
                .getString("logUrl");
        return new Visitor(platform.baseUri(), Optional.empty()).get(url);
    }
}
