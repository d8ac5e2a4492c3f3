package org.computility.system.planning;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.computility.system.FakeNode;
import org.computility.system.Platform;
import org.computility.system.SamplePackage;
import org.computility.system.Workshop;

/** A gate that two services on two nodes watch. What was there is known, and so is what each of them found. */
final class WatchedGate implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant START =
            Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);

    private final Platform platform;
    private final Workshop workshop;
    private final SamplePackage newer;
    private final FakeNode node;
    private final String service;
    private final String otherService;
    private final String first;
    private final String second;
    private final String idle;

    WatchedGate(Platform platform) {
        this.platform = platform;
        workshop = new Workshop(platform, 4);
        service = workshop.load(1);
        newer = SamplePackage.of(platform.freshPackageId(), platform.freshName("NEWER"), 4);
        node = workshop.addNode(newer);
        otherService = node.services().iterator().next();
        long plan = workshop.create(workshop.periodic(1).add("AutoStart", true));
        long other = workshop.create(workshop.periodic(1)
                .add("AlgoTaskInfos", Json.createArrayBuilder().add(infoOfNewer()))
                .add("AutoStart", true));
        first = instance(plan);
        second = instance(other);
        idle = instance(workshop.create(workshop.periodic(1)));
        await().atMost(SOON).until(() -> workshop.node().running() == 1 && node.running() == 1);
        stop(plan);
        tellOfTheOtherService();
        deliverWhatTheFirstFound();
        deliverWhatTheSecondFound();
    }

    Workshop workshop() {
        return workshop;
    }

    /** It ran on the workshop's node and is stopped. */
    String first() {
        return first;
    }

    /** It runs on another node. */
    String second() {
        return second;
    }

    /** It never ran. */
    String idle() {
        return idle;
    }

    String service() {
        return service;
    }

    String otherService() {
        return otherService;
    }

    /** One more thing that the second finds, without saying where. */
    void secondFindsMore() {
        deliver(second, node, newer, result(41, Json.createObjectBuilder().add("type", "ALERT")));
    }

    /** An instance whose only alert is 3.5 seconds after the beginning of its file. */
    String file() {
        String file = instance(workshop.create(workshop.periodic(1)));
        deliver(
                file,
                workshop.node(),
                workshop.algorithm(),
                result(7, Json.createObjectBuilder().add("type", "ALERT")).add("mediaTime", 3.5));
        return file;
    }

    private void stop(long plan) {
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();
        await().atMost(SOON)
                .until(() -> workshop.operator()
                        .get("platform/v1/plans/" + plan + "/runs")
                        .text()
                        .contains("STOPPED"));
    }

    /** Three things, ten seconds each, at the left, in the middle and at the right of the picture. */
    static JsonObjectBuilder wanted(String... instances) {
        return Json.createObjectBuilder()
                .add("name", "gate")
                .add("type", "ALERT")
                .add("from", START.minusSeconds(60).toString())
                .add("to", START.plus(Duration.ofHours(1)).toString())
                .add("candidates", candidates(instances))
                .add(
                        "truth",
                        Json.createArrayBuilder()
                                .add(event(0, 10, 0.1))
                                .add(event(20, 30, 0.4))
                                .add(event(40, 50, 0.7)))
                .add("tolerance", Json.createObjectBuilder().add("seconds", 2).add("overlap", 0.5));
    }

    static JsonArrayBuilder candidates(String... instances) {
        JsonArrayBuilder candidates = Json.createArrayBuilder();
        for (int i = 0; i < instances.length; i++) {
            candidates.add(Json.createObjectBuilder()
                    .add("label", "candidate " + i)
                    .add("instanceIds", Json.createArrayBuilder().add(instances[i])));
        }
        return candidates;
    }

    static JsonArrayBuilder events(int count) {
        JsonArrayBuilder events = Json.createArrayBuilder();
        for (int i = 0; i < count; i++) {
            events.add(event(0, 10, 0.1));
        }
        return events;
    }

    static JsonObjectBuilder event(long from, long to, double x) {
        return Json.createObjectBuilder()
                .add("deviceId", "device-0")
                .add("from", START.plusSeconds(from).toString())
                .add("to", START.plusSeconds(to).toString())
                .add("box", box(x));
    }

    private static JsonObjectBuilder box(double x) {
        return Json.createObjectBuilder()
                .add("x", x)
                .add("y", 0.5)
                .add("width", 0.2)
                .add("height", 0.2);
    }

    /** The first thing twice, the second a little late, the third not at all; something at another time; and a figure. */
    private void deliverWhatTheFirstFound() {
        deliver(
                first,
                workshop.node(),
                workshop.algorithm(),
                result(5, alert(0.1)),
                result(6, alert(0.12)),
                result(31, alert(0.4)),
                result(100, alert(0.4)),
                result(45, Json.createObjectBuilder().add("type", "STATISTICS").add("share", 0.3)));
    }

    /** All three, and beside the second, in the same picture, something that was not there. */
    private void deliverWhatTheSecondFound() {
        deliver(second, node, newer, result(5, alert(0.15)), result(25, alert(0.4, 0.0)), result(50, alert(0.7)));
    }

    private void tellOfTheOtherService() {
        node.tell(Json.createObjectBuilder()
                .add("DeviceID", node.code())
                .add(
                        "AlgoServiceMonitors",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("AlgoServiceID", otherService)
                                        .add("XpuType", "NVIDIA-T4")
                                        .add("XpuMemoryUsed", 5.0)))
                .build());
        JsonObject one =
                Json.createObjectBuilder().add("ComputilityCode", node.code()).build();
        await().atMost(SOON)
                .until(() -> workshop.operator()
                        .post("ACSMP/Computility", one)
                        .text()
                        .contains("XpuMemoryUsed"));
    }

    private static JsonObjectBuilder alert(double... boxes) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (double x : boxes) {
            all.add(box(x));
        }
        return Json.createObjectBuilder().add("type", "ALERT").add("boxes", all);
    }

    private static JsonObjectBuilder result(long second, JsonObjectBuilder data) {
        return Json.createObjectBuilder()
                .add("id", UUID.randomUUID().toString())
                .add("sequence", second)
                .add("deviceId", "device-0")
                .add("time", START.plusSeconds(second).toString())
                .add("data", data);
    }

    private void deliver(String instance, FakeNode by, SamplePackage algorithm, JsonObjectBuilder... results) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonObjectBuilder result : results) {
            all.add(result.add("taskInstanceId", instance)
                    .add("computeCode", by.code())
                    .add("algoDefCode", algorithm.capability()));
        }
        platform.as(workshop.register(by))
                .post(
                        "platform/v1/results",
                        Json.createObjectBuilder().add("results", all).build())
                .expect(200);
    }

    /** Of the alerts of the instance, as the platform shows them, the shortest first. */
    List<Double> delays(String instance) {
        return workshop
                .operator()
                .get("platform/v1/results?instanceId=" + instance)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(result -> result.getJsonObject("data").getString("type").equals("ALERT"))
                .map(result -> Duration.between(
                                        Instant.parse(result.getString("time")),
                                        Instant.parse(result.getString("receivedAt")))
                                .toNanos()
                        / 1e9)
                .sorted()
                .toList();
    }

    private JsonObject infoOfNewer() {
        return Json.createObjectBuilder(workshop.info(0))
                .add("AlgoDefCode", newer.capability())
                .build();
    }

    private String instance(long plan) {
        return workshop.plan(plan)
                .getJsonArray("AlgoTaskInfos")
                .getJsonObject(0)
                .getString("ID");
    }

    @Override
    public void close() {
        workshop.close();
    }
}
