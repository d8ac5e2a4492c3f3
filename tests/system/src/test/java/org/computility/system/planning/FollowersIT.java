package org.computility.system.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.SamplePackage;
import org.computility.system.SideBySide;
import org.computility.system.Workshop;

/** Clause 6.3 j: one node finds a car, another one looks at the crop of it. */
@InTurn
@OnTheServer
class FollowersIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int WIDTH = 48;
    private static final int HEIGHT = 32;

    @SideBySide
    void aFollowerOnAnotherNodeLooksAtTheCropUntilThePlanIsStopped(Platform platform) throws Exception {
        SamplePackage plate = SamplePackage.of(platform.freshPackageId(), platform.freshName("PLATE"), 4);
        SamplePackage car = SamplePackage.of(
                platform.freshPackageId(), platform.freshName("CAR"), List.of(plate.capability()), 4, "CPU");
        try (Workshop workshop = new Workshop(platform, car)) {
            workshop.load(1);
            FakeNode reader = workshop.addNode(plate);
            long plan = workshop.create(workshop.periodic(1).add("AutoStart", true));
            await().atMost(SOON).until(() -> workshop.node().running() == 1);
            Scene scene = new Scene(platform, workshop, plan);
            String camera = scene.camera();

            String nothing = scene.deliver(
                    workshop.node(),
                    workshop.nodeToken(),
                    camera,
                    car,
                    Json.createObjectBuilder()
                            .add("boxes", Json.createArrayBuilder())
                            .build());
            String found = scene.deliver(workshop.node(), workshop.nodeToken(), camera, car, scene.box());

            await().atMost(SOON).until(() -> reader.running() == 1);
            JsonObject task = reader.starts().get(0);
            JsonObject info = task.getJsonObject("TaskInfo");
            assertThat(info.getString("DeviceID")).isEqualTo("device-0");
            URI crop = URI.create(info.getJsonObject("ImageOptions").getString("Url"));
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(fetch(crop, 200)));
            assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(WIDTH, HEIGHT);
            fetch(URI.create(crop.toString().replace(found, nothing)), 403);

            String follower = task.getString("TaskID");
            String number = scene.deliver(reader, workshop.register(reader), follower, plate, scene.box());
            reader.tasks().end(follower);

            await().atMost(SOON).until(() -> scene.followers().getInt("done") == 1);
            JsonObject followUp = scene.followers().getJsonArray("items").getJsonObject(0);
            assertThat(followUp.getString("parentResult")).isEqualTo(found);
            assertThat(followUp.getString("follower")).isEqualTo(plate.capability());
            JsonObject following = workshop.operator()
                    .get("platform/v1/results?parentResult=" + found)
                    .expect(200)
                    .json();
            assertThat(following.getInt("total")).isEqualTo(1);
            assertThat(following.getJsonArray("items").getJsonObject(0).getString("id"))
                    .isEqualTo(number);
            JsonObject followers = workshop.plan(
                    scene.followers().getJsonNumber("followersPlanId").longValue());
            assertThat(followers.getString("Name"))
                    .isEqualTo("Followers of " + workshop.plan(plan).getString("Name"));
            await().atMost(SOON)
                    .until(() -> workshop.operator()
                                    .get("ACSMP/TaskInstances/" + follower)
                                    .status()
                            == 404);

            scene.deliver(workshop.node(), workshop.nodeToken(), camera, car, scene.box());
            await().atMost(SOON).until(() -> reader.running() == 1);
            workshop.operator().post("ACSMP/Tasks/" + plan + "/Stop").dataValue();

            await().atMost(SOON).until(() -> reader.running() == 0);
            scene.deliver(workshop.node(), workshop.nodeToken(), camera, car, scene.box());
            assertThat(scene.followers().getInt("stopped")).isEqualTo(1);
            assertThat(scene.followers().getInt("total"))
                    .as("what the node found before it stopped is not followed any more")
                    .isEqualTo(2);
        }
    }

    private static byte[] fetch(URI link, int status) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer.body();
    }

    /** What nodes send, and what the operator sees. */
    private record Scene(Platform platform, Workshop workshop, long plan) {

        /** The only instance of the plan. */
        String camera() {
            return workshop.plan(plan)
                    .getJsonArray("AlgoTaskInfos")
                    .getJsonObject(0)
                    .getString("ID");
        }

        JsonObject followers() {
            return workshop.operator()
                    .get("platform/v1/plans/" + plan + "/followers")
                    .expect(200)
                    .json();
        }

        JsonObject box() {
            return Json.createObjectBuilder()
                    .add(
                            "boxes",
                            Json.createArrayBuilder()
                                    .add(Json.createObjectBuilder()
                                            .add("x", 0.5)
                                            .add("y", 0.5)
                                            .add("width", 0.1)
                                            .add("height", 0.1)))
                    .build();
        }

        /** A result with a picture, as that node delivers it; its ID. */
        String deliver(FakeNode node, String token, String instance, SamplePackage by, JsonObject data)
                throws IOException {
            String id = UUID.randomUUID().toString();
            JsonObject result = Json.createObjectBuilder()
                    .add("id", id)
                    .add("taskInstanceId", instance)
                    .add("computeCode", node.code())
                    .add("algoDefCode", by.capability())
                    .add("deviceId", "device-0")
                    .add("sequence", 1)
                    .add("time", Instant.now().toString())
                    .add("data", data)
                    .add("image", Json.createObjectBuilder().add("content", jpeg()))
                    .build();
            int accepted = platform.as(token)
                    .post(
                            "platform/v1/results",
                            Json.createObjectBuilder()
                                    .add("results", Json.createArrayBuilder().add(result))
                                    .build())
                    .expect(200)
                    .json()
                    .getInt("accepted");
            assertThat(accepted).isEqualTo(1);
            return id;
        }

        private static String jpeg() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR), "jpeg", out);
            return Base64.getEncoder().encodeToString(out.toByteArray());
        }
    }
}
