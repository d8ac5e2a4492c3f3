package org.computility.system.jobs;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The jobs of one user, at several centers, and what the user does with them whatever breaks. */
final class Crowd {

    private static final Set<String> OPEN = Set.of("PENDING", "RUNNING");

    /** A job as it was created. */
    record Member(String id, String name, Fate fate) {}

    private final TrainingGround ground;
    private final List<String> centers;
    private final String name;
    private final int size;
    private final StubbornUser user;
    private final List<Member> members = new ArrayList<>();
    private final Set<String> stopped = new HashSet<>();

    /** @param name with which the names of all jobs begin */
    Crowd(TrainingGround ground, List<String> centers, String name, int size) {
        this.ground = ground;
        this.centers = centers;
        this.name = name;
        this.size = size;
        user = new StubbornUser(ground.user());
    }

    List<Member> members() {
        return members;
    }

    /** So many more come in, if so many are left. */
    void grow(int more) {
        for (int job = 0; job < more && members.size() < size; job++) {
            int number = members.size();
            Fate fate = Fate.of(number);
            String jobName = name + "-" + number;
            members.add(new Member(user.create(wanted(jobName, fate, number / Fate.values().length)), jobName, fate));
        }
    }

    /** Of each three groups one runs at each center, and one has a task at each of them. */
    private JsonObject wanted(String jobName, Fate fate, int group) {
        int chosen = group % (centers.size() + 1);
        List<String> named = chosen < centers.size() ? List.of(centers.get(chosen)) : centers;
        JsonArrayBuilder where = Json.createArrayBuilder();
        named.forEach(where::add);
        return ground.wanted(jobName, fate.command(), named.size())
                .add(
                        "config",
                        ground.config(fate.command(), named.size())
                                .add("centerId", where)
                                .add("maxSeconds", fate.maxSeconds()))
                .build();
    }

    /** The user stops what is to be stopped: every other at once, wherever it stands, the others when they run. */
    void stopSome() {
        Map<String, String> statuses = statuses();
        for (int number = 0; number < members.size(); number++) {
            Member member = members.get(number);
            boolean now = number / Fate.values().length % 2 == 0 || "RUNNING".equals(statuses.get(member.id()));
            if (member.fate() == Fate.IS_STOPPED && now && !stopped.contains(member.id())) {
                user.stop(member.id());
                stopped.add(member.id());
            }
        }
    }

    /** How many jobs have not ended, those that are yet to come in among them. */
    long open() {
        return size
                - statuses().values().stream()
                        .filter(status -> !OPEN.contains(status))
                        .count();
    }

    private Map<String, String> statuses() {
        return user
                .insist(visitor -> visitor.get("platform/v1/jobs?pageSize=1000&keyword=" + name))
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .collect(Collectors.toMap(job -> job.getString("id"), job -> job.getString("status")));
    }
}
