package org.computility.system.printed;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.Multipart;
import org.computility.system.Platform;
import org.computility.system.SamplePackage;
import org.computility.system.Sketch;
import org.computility.system.Visitor;
import org.computility.system.licensing.AuthorizationServer;

/** What the printed examples take as given, under the codes and names that they print; built by calls of the standard. */
final class PrintedWorld implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Platform platform;
    private final Visitor operator;
    private final PrintedNodes nodes;
    private final AuthorizationServer authorization = new AuthorizationServer(() -> 0);
    private final List<Long> plans = new ArrayList<>();
    private final List<String> services = new ArrayList<>();
    private final String service;
    private final long running;
    private final long resting;

    PrintedWorld(Platform platform) {
        this.platform = platform;
        Platform.Account account = platform.account(PrintedNodes.organisation(platform), "OPERATOR", "PROVIDER");
        operator = platform.as(platform.login(account.username(), account.password()));
        nodes = new PrintedNodes(platform);
        importIt(PrintedPackages.people());
        importIt(PrintedPackages.vehicles());
        for (String status : List.of("APPLYING", "DEPLOYABLE")) {
            JsonObject body = Json.createObjectBuilder().add("status", status).build();
            operator.post("platform/v1/capabilities/" + PrintedPackages.CAPABILITY + "/status", body)
                    .expect(200);
        }
        deliver(PrintedPackages.VEHICLES);
        allow("SFE_BARE_LOESS_DETECT_ALERT", 100);
        allow(PrintedPackages.CAPABILITY, 30);
        service = load();
        running = plan();
        resting = plan();
        operator.post("ACSMP/Tasks/" + running + "/Start").expect(200);
    }

    Platform platform() {
        return platform;
    }

    /** A plan that is ON. */
    long running() {
        return running;
    }

    /** A plan that is OFF until C.6. */
    long resting() {
        return resting;
    }

    /** A service that runs. */
    String service() {
        return service;
    }

    Visitor operator() {
        return operator;
    }

    PrintedNodes nodes() {
        return nodes;
    }

    /** A.1. */
    Answer importIt(byte[] archive) {
        return new Multipart()
                .text("MD5", SamplePackage.md5(archive))
                .file("File", archive)
                .post(operator, "ACSMP/AlgoFilePackages")
                .expect(200);
    }

    /** F.1 with that package, to its end. */
    void deliver(String packageId) {
        operator.post(
                        "ACSMP/AlgoFilePackages/Devices",
                        changed("F.1").add("AlgoFilePackageID", packageId).build())
                .expect(200);
        await().atMost(PATIENCE)
                .until(() -> operator.get("ACSMP/AlgoFilePackages/Devices/" + PrintedNodes.NODE + "/" + packageId)
                        .text()
                        .contains("\"Status\":3"));
    }

    /** F.5; the ID of the service that runs on the printed accelerator. */
    String load() {
        return loaded(operator.post("ACSMP/AlgoServices/Devices", Printed.request("F.5")));
    }

    /** Waits for the service that F.5 answered. */
    String loaded(Answer answer) {
        String id = ((JsonString) answer.dataValue()).getString();
        services.add(id);
        await().atMost(PATIENCE).until(() -> shown(id).getString("Status").equals("RUNNING"));
        nodes.node().report(id, "RUNNING", "NVIDIA-A2");
        await().atMost(PATIENCE).until(() -> shown(id).containsKey("XpuType"));
        return id;
    }

    /** C.1 with the tasks that C.8 prints; its ID. */
    long plan() {
        return created(operator.post(
                "ACSMP/Tasks",
                changed("C.1")
                        .add("AlgoTaskInfos", Printed.request("C.8").get("AlgoTaskInfos"))
                        .build()));
    }

    /** Remembers what C.1 answered. */
    long created(Answer answer) {
        long plan = Long.parseLong(answer.dataValue().toString());
        plans.add(plan);
        return plan;
    }

    /** The IDs of a plan's instances. */
    List<String> instances(long plan) {
        JsonObject search = Json.createObjectBuilder().add("TaskID", plan).build();
        return operator.post("ACSMP/TaskInstances/Search", search)
                .data()
                .getJsonArray("PageContent")
                .getValuesAs(found -> found.asJsonObject().getString("ID"));
    }

    /** D.3 with the address of a server that answers as printed. */
    JsonObject answeringServer() {
        authorization.say(200, Printed.response("D.6").get("Data").toString().getBytes(StandardCharsets.UTF_8));
        return changed("D.3").add("Server", authorization.address()).build();
    }

    /** The ID of a package that nothing else needs. */
    String another() {
        String id = platform.freshPackageId();
        importIt(PrintedPackages.other(id, platform.freshName("OTHER")));
        return id;
    }

    /** The printed search, until this century's end: what is of the printed days is somebody else's. */
    static JsonObject untilNow(String table) {
        return changed(table).add("CreateTimeTo", "2099-12-31 23:59:59").build();
    }

    /** The printed request of a table, to put IDs of this world into it. */
    static JsonObjectBuilder changed(String table) {
        return Json.createObjectBuilder(Printed.request(table));
    }

    /** Leaves nothing of the printed codes behind. */
    @Override
    public void close() {
        plans.forEach(plan -> {
            operator.post("ACSMP/Tasks/" + plan + "/Stop");
            operator.delete("ACSMP/Tasks/" + plan);
        });
        services.forEach(each -> operator.post(
                "ACSMP/AlgoServices/Devices/UnInstall",
                changed("F.6").add("AlgoServiceID", each).build()));
        deleteAll("ACSMP/AuthServer", "ACSMP/AuthServer/Search");
        deleteAll("ACSMP/License", "ACSMP/License");
        operator.delete("ACSMP/AlgoFilePackages/" + PrintedPackages.VEHICLES);
        operator.delete("ACSMP/AlgoFilePackages/" + PrintedPackages.PEOPLE);
        nodes.close();
        authorization.close();
    }

    private void deleteAll(String path, String search) {
        operator.post(search, "{}")
                .dataValue()
                .asJsonArray()
                .forEach(
                        each -> operator.delete(path + "/" + each.asJsonObject().getInt("ID")));
    }

    /** A licence file for that many streams. */
    private void allow(String capability, int streams) {
        new Multipart()
                .text("File", "license")
                .text("Provider", "XXXXX")
                .text("AbilityAuths", Sketch.text("[{'AlgoDefCode':'" + capability + "','Quota':" + streams + "}]"))
                .post(operator, "ACSMP/License")
                .expect(200);
    }

    private JsonObject shown(String id) {
        return operator.get("ACSMP/AlgoServices/Devices/" + PrintedNodes.NODE + "/" + id)
                .data();
    }
}
