package org.computility.system;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An organisation of its own with an operator, one fake node, a package on it and what a test of plans needs. */
public final class Workshop implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Platform platform;
    private final Platform.Account account;
    private final Visitor operator;
    private final FakeNode node;
    private final String nodeToken;
    private final List<FakeNode> moreNodes = new ArrayList<>();
    private final SamplePackage algorithm;

    /** With the package imported, cleared and delivered; no service yet. */
    public Workshop(Platform platform, int streamsPerReplica) {
        this(platform, SamplePackage.of(platform.freshPackageId(), platform.freshName("SAMPLE"), streamsPerReplica));
    }

    /** The same with that package. */
    public Workshop(Platform platform, SamplePackage algorithm) {
        this.platform = platform;
        this.algorithm = algorithm;
        String organisation = platform.freshOrganisation();
        account = platform.account(organisation, "OPERATOR", "PROVIDER");
        operator = platform.as(platform.login(account.username(), account.password()));
        node = new FakeNode(platform.freshComputeCode());
        nodeToken = register(node);
        bring(algorithm, node);
    }

    /** One more node, with the package delivered; no service yet. */
    public FakeNode addNode() {
        return addNode(new FakeNode(platform.freshComputeCode()));
    }

    /** The same for a node of the test's own making. */
    public FakeNode addNode(FakeNode another) {
        moreNodes.add(another);
        register(another);
        deliver(algorithm, another);
        return another;
    }

    /** One more node, with another package and a service of it that RUNs. */
    public FakeNode addNode(SamplePackage other) {
        FakeNode another = new FakeNode(platform.freshComputeCode());
        moreNodes.add(another);
        register(another);
        bring(other, another);
        load(other, another, 1);
        return another;
    }

    /** Registers a node of the organisation's, once more or under another address; the token. */
    public String register(FakeNode any) {
        return any.register(platform, platform.deviceAccount(account.organisationId(), any.code()));
    }

    /** The operator's, to log in with. */
    public Platform.Account account() {
        return account;
    }

    public Visitor operator() {
        return operator;
    }

    public FakeNode node() {
        return node;
    }

    /** Of the node's registration. */
    public String nodeToken() {
        return nodeToken;
    }

    public SamplePackage algorithm() {
        return algorithm;
    }

    /** A service that RUNs; its ID. */
    public String load(int replicas) {
        return load(node, replicas);
    }

    /** A service that RUNs on that node; its ID. */
    public String load(FakeNode where, int replicas) {
        return load(algorithm, where, replicas);
    }

    private String load(SamplePackage what, FakeNode where, int replicas) {
        JsonValue id = operator.post("ACSMP/AlgoServices/Devices", loadRequest(what, where, replicas))
                .dataValue();
        String service = ((JsonString) id).getString();
        await().atMost(PATIENCE).until(() -> serviceStatus(where, service).equals("RUNNING"));
        return service;
    }

    /** {@code Status} of table F.13. */
    public String serviceStatus(FakeNode where, String service) {
        return operator.get("ACSMP/AlgoServices/Devices/" + where.code() + "/" + service)
                .data()
                .getString("Status");
    }

    /** Table F.6. */
    public JsonObject loadRequest(int replicas) {
        return loadRequest(algorithm, node, replicas);
    }

    private static JsonObject loadRequest(SamplePackage what, FakeNode where, int replicas) {
        return Json.createObjectBuilder()
                .add("AlgoFilePackageID", what.id())
                .add("ComputilityCode", where.code())
                .add("Replicas", replicas)
                .build();
    }

    /** That many AlgoTaskInfos on streams of their own. */
    public JsonArray infos(int count) {
        JsonArrayBuilder infos = Json.createArrayBuilder();
        for (int i = 0; i < count; i++) {
            infos.add(info(i));
        }
        return infos.build();
    }

    public JsonObject info(int stream) {
        return Json.createObjectBuilder()
                .add("AlgoDefCode", algorithm.capability())
                .add("DeviceID", "device-" + stream)
                .add(
                        "RulesParams",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("EventID", "ILLEGAL_ADV")))
                .add(
                        "StreamOptions",
                        Json.createObjectBuilder()
                                .add(
                                        "VideoStreamOptions",
                                        Json.createObjectBuilder()
                                                .add("PlayType", "REALPLAY")
                                                .add("Url", "rtsp://192.0.2.7/stream" + stream)))
                .build();
    }

    /** Table C.1 for a periodic plan. */
    public JsonObjectBuilder periodic(int instances) {
        return Json.createObjectBuilder()
                .add("Name", platform.freshName("plan"))
                .add("Type", "VIDEO_REALTIME")
                .add("Mode", "PERIODIC")
                .add("AlgoTaskInfos", infos(instances));
    }

    /** Table C.1 for an inspection. */
    public JsonObjectBuilder inspective(int instances, int concurrency, int duration, int rounds) {
        return Json.createObjectBuilder()
                .add("Name", platform.freshName("plan"))
                .add("Type", "VIDEO_REALTIME")
                .add("Mode", "INSPECTIVE")
                .add(
                        "InspectionPlan",
                        Json.createObjectBuilder()
                                .add("Concurrency", concurrency)
                                .add("Duration", duration)
                                .add("RoundLimit", rounds)
                                .add("TaskInfo", infos(instances)));
    }

    /** Makes a plan; its ID. */
    public long create(JsonObjectBuilder plan) {
        JsonValue id = operator.post("ACSMP/Tasks", plan.build()).dataValue();
        return Long.parseLong(id.toString());
    }

    /** Table C.6. */
    public JsonObject plan(long id) {
        return operator.get("ACSMP/Tasks/" + id).data();
    }

    @Override
    public void close() {
        node.close();
        moreNodes.forEach(FakeNode::close);
    }

    /** Imports the package, clears its capability, and delivers it there. */
    private void bring(SamplePackage what, FakeNode where) {
        importPackage(what);
        for (String status : new String[] {"APPLYING", "DEPLOYABLE"}) {
            operator.post(
                            "platform/v1/capabilities/" + what.capability() + "/status",
                            Json.createObjectBuilder().add("status", status).build())
                    .expect(200);
        }
        deliver(what, where);
    }

    private void importPackage(SamplePackage what) {
        String boundary = "b7d1c0ffee";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"MD5\"", "text/plain", what.md5().getBytes(StandardCharsets.US_ASCII));
        part(body, boundary, "name=\"File\"; filename=\"sample.tar\"", "application/x-tar", what.tar());
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        operator.send(
                        "POST",
                        "ACSMP/AlgoFilePackages",
                        "multipart/form-data; boundary=" + boundary,
                        BodyPublishers.ofByteArray(body.toByteArray()))
                .expect(200);
    }

    private void deliver(SamplePackage what, FakeNode where) {
        JsonObject delivery = Json.createObjectBuilder()
                .add("AlgoFilePackageID", what.id())
                .add("ComputilityCode", where.code())
                .build();
        operator.post("ACSMP/AlgoFilePackages/Devices", delivery).expect(200);
        await().atMost(PATIENCE)
                .until(() -> operator.get("ACSMP/AlgoFilePackages/Devices/" + where.code() + "/" + what.id())
                        .text()
                        .contains("\"Status\":3"));
    }

    private static void part(
            ByteArrayOutputStream body, String boundary, String disposition, String type, byte[] bytes) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
