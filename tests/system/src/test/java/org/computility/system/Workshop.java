package org.computility.system;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An organisation of its own with an operator, one fake node, a package on it and what a test of plans needs. */
public final class Workshop implements AutoCloseable {

    private final Platform platform;
    private final Platform.Account account;
    private final Visitor operator;
    private final FakeNode node;
    private final String nodeToken;
    private final SamplePackage algorithm;

    /** With the package imported, cleared and delivered; no service yet. */
    public Workshop(Platform platform, int streamsPerReplica) {
        this.platform = platform;
        String organisation = platform.freshOrganisation();
        account = platform.account(organisation, "OPERATOR", "PROVIDER");
        operator = platform.as(platform.login(account.username(), account.password()));
        String code = platform.freshComputeCode();
        node = new FakeNode(code);
        nodeToken = node.register(platform, platform.deviceAccount(organisation, code));
        algorithm = SamplePackage.of(platform.freshPackageId(), platform.freshName("SAMPLE"), streamsPerReplica);
        importPackage();
        deploy();
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
        String id = ((jakarta.json.JsonString) operator.post("ACSMP/AlgoServices/Devices", loadRequest(replicas))
                        .dataValue())
                .getString();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> operator.get("ACSMP/AlgoServices/Devices/" + node.code() + "/" + id)
                        .data()
                        .getString("Status")
                        .equals("RUNNING"));
        return id;
    }

    /** Table F.6. */
    public JsonObject loadRequest(int replicas) {
        return Json.createObjectBuilder()
                .add("AlgoFilePackageID", algorithm.id())
                .add("ComputilityCode", node.code())
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
    }

    private void importPackage() {
        String boundary = "b7d1c0ffee";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"MD5\"", "text/plain", algorithm.md5().getBytes(StandardCharsets.US_ASCII));
        part(body, boundary, "name=\"File\"; filename=\"sample.tar\"", "application/x-tar", algorithm.tar());
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        operator.send(
                        "POST",
                        "ACSMP/AlgoFilePackages",
                        "multipart/form-data; boundary=" + boundary,
                        BodyPublishers.ofByteArray(body.toByteArray()))
                .expect(200);
    }

    private void deploy() {
        for (String status : new String[] {"APPLYING", "DEPLOYABLE"}) {
            operator.post(
                            "platform/v1/capabilities/" + algorithm.capability() + "/status",
                            Json.createObjectBuilder().add("status", status).build())
                    .expect(200);
        }
        JsonObject delivery = Json.createObjectBuilder()
                .add("AlgoFilePackageID", algorithm.id())
                .add("ComputilityCode", node.code())
                .build();
        operator.post("ACSMP/AlgoFilePackages/Devices", delivery).expect(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> operator.get("ACSMP/AlgoFilePackages/Devices/" + node.code() + "/" + algorithm.id())
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
