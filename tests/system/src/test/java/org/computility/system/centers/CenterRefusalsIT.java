package org.computility.system.centers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.system.centers.CenterBench.CENTERS;
import static org.computility.system.centers.CenterBench.IMAGES;
import static org.computility.system.centers.CenterBench.SPECS;
import static org.computility.system.centers.CenterBench.center;
import static org.computility.system.centers.CenterBench.spec;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

/** What nobody may register, and who may register nothing. */
@OnTheServer
@InTurn
class CenterRefusalsIT {

    private static final String KEY = "c2VjcmV0IGtleSBvZiBhdCBsZWFzdCB0aGlydHktdHdvIGJ5dGVz";
    private static final String SLURM = "slurm:http://127.0.0.1:1?folder=/shared";

    private final Platform platform;
    private final CenterBench bench;
    private final Visitor admin;

    CenterRefusalsIT(Platform platform) {
        this.platform = platform;
        bench = new CenterBench(platform);
        admin = platform.asAdmin();
    }

    @Test
    void aLocationIsOfAKindThatThereIs() {
        for (String location : List.of(
                "ftp://host/x",
                "nothing",
                "process:relative",
                "process:/",
                "process:/a/../b",
                "process://host/jobs",
                "slurm:/shared",
                "slurm:http://127.0.0.1:1?folder=/shared&unknown=1",
                "slurm:http://127.0.0.1:1",
                "slurm:http://127.0.0.1:1?folder=shared",
                "kubernetes:host")) {
            refused(location, null, null, "member-invalid", "location");
        }
        refused("kubernetes:https://192.168.7.7:1?namespace=jobs", null, "token", "url-refused", "location");
        refused("slurm:http://user@127.0.0.1:1?folder=/shared", "u", KEY, "url-invalid", "location");
    }

    @Test
    void credentialsAreThoseOfTheKind() {
        refused("process:/jobs", "u", null, "member-invalid", "username");
        refused("process:/jobs", null, "p", "member-invalid", "password");
        refused(SLURM, null, KEY, "member-missing", "username");
        refused(SLURM, "u", null, "member-missing", "password");
        refused(SLURM, "u", "short", "member-invalid", "password");
        refused("kubernetes:http://127.0.0.1:1?namespace=jobs", null, null, "member-missing", "password");
    }

    @Test
    void membersAreAsTheContractSays() {
        Refusals.check(admin.post(CENTERS, "{\"location\":\"process:/jobs\"}"), 400, "member-missing", "name");
        Refusals.check(admin.post(CENTERS, "{\"name\":\"c\"}"), 400, "member-missing", "location");
        Refusals.check(
                admin.post(CENTERS, center("No capitals", "process:/jobs").build()), 400, "member-invalid", "id");
        Refusals.check(
                admin.post(CENTERS, center("c".repeat(65), "process:/jobs").build()), 400, "member-too-long", "id");
        Refusals.check(
                admin.post(
                        CENTERS,
                        center("c", "process:/jobs")
                                .add("operatorId", "70553686-096f-488b-8151-9c1e47adafa5")
                                .build()),
                400,
                "organisation-invalid",
                "operatorId");
        String id = bench.processCenter("/tmp/" + platform.freshName("jobs"));
        Refusals.check(admin.post(CENTERS, center(id, "process:/jobs").build()), 409, "center-exists", "id");
        JsonObject spec = spec(platform.freshName("spec"), "X86", 1, 512);
        admin.post(SPECS, spec).expect(201);
        Refusals.check(admin.post(SPECS, spec), 409, "spec-exists", "id");
        Refusals.check(admin.post(SPECS, "{\"name\":\"s\"}"), 400, "member-missing", "cpu");
        Refusals.check(admin.post(IMAGES, "{}"), 400, "member-missing", "name");
        Refusals.check(
                admin.post(IMAGES, "{\"name\":\"i\",\"centerId\":\"nowhere\",\"location\":\"/x\"}"),
                404,
                "center-unknown",
                "centerId");
    }

    @Test
    void nobodyButOperatorsWrites() {
        JsonObject center =
                center("none", SLURM).add("username", "u").add("password", KEY).build();
        JsonObject image = Json.createObjectBuilder().add("name", "none").build();
        for (String role : List.of("AUDITOR", "PROVIDER", "CONSUMER")) {
            Visitor visitor = bench.visitor(role);
            refusedForRole(visitor.post(CENTERS, center));
            refusedForRole(visitor.post(SPECS, spec("none", "X86", 1, 1)));
            refusedForRole(visitor.post(IMAGES, image));
            refusedForRole(visitor.delete(CENTERS + "/none"));
            refusedForRole(visitor.delete(SPECS + "/none"));
            refusedForRole(visitor.delete(IMAGES + "/none"));
            refusedForRole(visitor.post(CENTERS + "/none/probe"));
            visitor.get(CENTERS).expect(200);
            visitor.get(SPECS).expect(200);
            visitor.get(IMAGES).expect(200);
            visitor.get("platform/v1/capacity").expect(200);
        }
        assertThat(platform.anonymous().get("centers").expect(401).failure()).isEqualTo("0101");
        assertThat(platform.anonymous().get("resource/idle").expect(401).failure())
                .isEqualTo("0101");
        platform.anonymous().post(CENTERS, center).expect(401);
    }

    @Test
    void operatorsKeepTheCentersOfTheirOwnOrganisation() {
        Visitor operator = bench.visitor("OPERATOR");
        Visitor stranger = bench.visitor("OPERATOR");
        String id = operator.post(
                        CENTERS,
                        center(platform.freshName("center"), "kubernetes:http://127.0.0.1:1?namespace=jobs")
                                .add("password", "token")
                                .build())
                .expect(201)
                .json()
                .getString("id");
        JsonObject change = Json.createObjectBuilder().add("name", "Mine").build();

        assertThat(stranger.patch(CENTERS + "/" + id, change).expect(403).failure())
                .isEqualTo("center-foreign");
        assertThat(stranger.delete(CENTERS + "/" + id).expect(403).failure()).isEqualTo("center-foreign");
        assertThat(stranger.post(CENTERS + "/" + id + "/probe").expect(403).failure())
                .isEqualTo("center-foreign");
        assertThat(stranger.get(CENTERS + "/" + id).expect(200).json().keySet())
                .doesNotContain("location", "username", "reason");
        refusedForRole(operator.post(CENTERS, center("mine", "process:/jobs").build()));
        refusedForRole(operator.post(
                CENTERS,
                center("mine", SLURM).add("username", "u").add("password", KEY).build()));
        refusedForRole(operator.post(IMAGES, "{\"name\":\"i\",\"location\":\"/images/x\"}"));
        assertThat(operator.patch(CENTERS + "/" + id, change).expect(200).json().getString("name"))
                .isEqualTo("Mine");
        operator.delete(CENTERS + "/" + id).expect(204);
    }

    @Test
    void listsRefuseByTheNumbersOfAnnexB() {
        Visitor user = bench.visitor("CONSUMER");
        Refusals.check(user.get("centers?pageSize=1001"), 400, "0204", "pageSize");
        Refusals.check(user.get("centers?page=0"), 400, "0204", "page");
        Refusals.check(user.get("centers?sort=city"), 400, "0202", "sort");
        Refusals.check(user.get("centers?order=up"), 400, "0202", "order");
        Refusals.check(user.get("centers?connected=perhaps"), 400, "0201", "connected");
        Refusals.check(user.get("resource/specs?pageSize=1001"), 400, "0204", "pageSize");
        Refusals.check(user.get("resource/specs?page=x"), 400, "0201", "page");
        Refusals.check(user.get("resource/specs?sort=price"), 400, "0202", "sort");
        Refusals.check(user.get("resource/specs?centerId=nowhere"), 400, "0210", "centerId nowhere");
        Refusals.check(user.get("resource/idle?centerId=nowhere"), 400, "0210", "centerId nowhere");
        Refusals.check(user.get("resource/idle?centerId=" + "x".repeat(65)), 400, "0204", "centerId");
        user.get("centers?pageSize=&page=&sort=&order=&processorType=&connected=")
                .expect(200);
    }

    private void refused(String location, String username, String password, String code, String member) {
        var center = center(platform.freshName("refused"), location);
        if (username != null) {
            center.add("username", username);
        }
        if (password != null) {
            center.add("password", password);
        }
        Refusals.check(admin.post(CENTERS, center.build()), 400, code, member);
    }

    private static void refusedForRole(Answer answer) {
        assertThat(answer.expect(403).failure()).isEqualTo("role-missing");
    }
}
