package org.computility.system.jobs;

import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.computility.system.matrix.Crowd;
import org.computility.system.matrix.DoorsContract;
import org.computility.system.matrix.Matrix;
import org.computility.system.matrix.StoredState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Every operation of our own about the computing network, by every role of the organisation whose user has the jobs, of the organisation that runs the
 * center, and of strangers.
 */
@InTurn
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "looks into the database")
class NetworkDoorsIT extends DoorsContract {

    /** Three answers where they differ: to somebody of the role in the user's organisation, in the center's, in a stranger's. */
    private static final Matrix WHO_MAY = new Matrix("""
            right      | owner            | ADMINISTRATOR    | OPERATOR                                  | AUDITOR          | PROVIDER         | CONSUMER         | DEVICE           | PLATFORM         | no token         | ended
            administer | 403              | -                | 403                                       | 403              | 403              | 403              | 403              | 403              | 401              | 401
            offer      | 403              | -                | -                                         | 403              | 403              | 403              | 403              | 403              | 401              | 401
            run        | 403              | ok               | 403 center-foreign/ok/403 center-foreign  | 403              | 403              | 403              | 403              | 403              | 401              | 401
            remove     | 403              | -                | 403 center-foreign/-/403 center-foreign   | 403              | 403              | 403              | 403              | 403              | 401              | 401
            watch      | 403              | ok               | ok                                        | ok               | 403              | 403              | 403              | 403              | 401              | 401
            read       | ok               | ok               | ok                                        | ok               | ok               | ok               | 403              | ok               | 401              | 401
            see        | ok               | ok               | ok/404/404                                | ok/404/404       | 404              | 404              | 403              | 404              | 401              | 401
            end        | -                | -                | -/404/404                                 | 403              | 404              | 404              | 403              | 403              | 401              | 401
            scale      | ok               | ok               | ok/404/404                                | 403              | 404              | 404              | 403              | 403              | 401              | 401
            signed     | 403 link-invalid | 403 link-invalid | 403 link-invalid                          | 403 link-invalid | 403 link-invalid | 403 link-invalid | 403 link-invalid | 403 link-invalid | 403 link-invalid | 403 link-invalid
            """);

    private static final String DOORS = """
        read       | GET centers
        offer      | POST centers | | {"id":"d","name":"D","location":"slurm:http://127.0.0.1:1/slurm?folder=/d","username":"u","password":"secret-secret","province":"浙江省","city":"杭州市"}
        read       | GET centers/{id of a center}
        run        | PATCH centers/{id of a center} | | {"city":"宁波市"}
        remove     | DELETE centers/{id of a center}
        run        | POST centers/{id of a center}/probe
        read       | GET capacity
        read       | GET specs
        offer      | POST specs | | {"id":"d","name":"D","cpu":{"arch":"X86","cores":1},"memory":{"size":64,"unit":"MiB"}}
        read       | GET specs/{id of a spec}
        offer      | PATCH specs/{id of a spec} | | {"name":"D"}
        offer      | DELETE specs/{id of a spec}
        read       | GET specs/{specId}/prices
        administer | POST specs/{specId}/prices | | {"unitPrice":1}
        read       | GET images
        offer      | POST images | | {"id":"d","name":"D"}
        read       | GET images/{id of a image}
        offer      | PATCH images/{id of a image} | | {"name":"D"}
        offer      | DELETE images/{id of a image}
        read       | GET jobs
        see        | GET jobs/{id of a job}
        end        | DELETE jobs/{id of a job}
        see        | GET jobs/{id of a job}/placement
        see        | GET jobs/{id of a job}/tasks/{taskId}/log
        signed     | GET job-logs/{taskId}/{use} | expires=4102444800&signature=00
        watch      | GET jobs/shares
        administer | PUT jobs/shares/{organisationId} | | {"weight":2}
        administer | DELETE jobs/shares/{organisationId}
        end        | POST jobs/{id of a service}/stop
        scale      | PUT jobs/{id of a service}/replicas | | {"replicas":1}
        see        | GET jobs/{id of a service}/calls
        read       | GET settlement/computing | from=2026-11&to=2026-12
        read       | GET settlement/computing/estimate | specId={specId}&nodeCount=1&seconds=60
        see        | GET jobs/{id of a job}/costs
        see        | GET jobs/{id of a job}/costs/items
        see        | GET jobs/{id of a job}/energy
        """;

    private Platform platform;
    private String service;

    NetworkDoorsIT() {
        super(WHO_MAY, DOORS, "centers", "capacity", "specs", "images", "jobs", "job-logs", "settlement/computing");
    }

    @BeforeAll
    void open(Platform here, ServerUnderTest server) {
        platform = here;
        operations = described(platform);
        TrainingGround ground = new TrainingGround(platform);
        String partner = platform.freshOrganisation();
        platform.asAdmin()
                .patch(
                        ROOT + "centers/" + ground.center(),
                        Json.createObjectBuilder().add("operatorId", partner).build())
                .expect(200);
        Visitor owner = ground.user();
        String finished = ground.create(owner, platform.freshName("finished"), "echo trained >model.txt", 1);
        TrainingGround.awaitStatus(owner, finished, "SUCCEEDED");
        service = owner.post(
                        "onlineJob",
                        ground.wanted(platform.freshName("service"), "sleep 600", 1)
                                .build())
                .expect(200)
                .json()
                .getJsonObject("metadata")
                .getString("id");
        names = Map.of(
                "{id of a center}",
                ground.center(),
                "{id of a spec}",
                ground.spec(),
                "{specId}",
                ground.spec(),
                "{id of a image}",
                ground.image(),
                "{id of a job}",
                finished,
                "{id of a service}",
                service,
                "{taskId}",
                TrainingGround.taskIds(owner, finished).get(0),
                "{organisationId}",
                partner,
                "{use}",
                "view");
        // Centers are probed, and jobs run, by themselves: of them only what a call would do to them.
        state = new StoredState(
                server,
                Map.of(
                        "centers",
                        "select count(*), coalesce(sum(hashtextextended(name || city, 0)), 0) from center",
                        "specs",
                        StoredState.whole("resource_spec"),
                        "images",
                        StoredState.whole("center_image"),
                        "jobs",
                        "select count(*), coalesce(sum(hashtextextended(job_id::text || (status = 'STOPPED')::text, 0)), 0)"
                                + " from job where deleted_at is null"));
        crowd = new Crowd(
                platform,
                List.of(ground.organisation(), partner, platform.freshOrganisation()),
                Map.of("owner", owner),
                platform.account(ground.organisation(), "CONSUMER"));
    }

    @AfterAll
    void stopTheService() {
        if (service != null) {
            platform.asAdmin().post(ROOT + "jobs/" + service + "/stop").expect(200, 409);
        }
    }
}
