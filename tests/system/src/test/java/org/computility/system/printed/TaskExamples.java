package org.computility.system.printed;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.Visitor;

/** Annex C. */
final class TaskExamples {

    private final PrintedWorld world;
    private final Visitor operator;

    TaskExamples(PrintedWorld world) {
        this.world = world;
        operator = world.operator();
    }

    Stream<Example> plans() {
        String tasks = "ACSMP/Tasks/";
        return Stream.of(
                Example.of("C.1", () -> {
                    Answer answer = operator.post("ACSMP/Tasks", Printed.request("C.1"));
                    world.created(answer);
                    return answer;
                }),
                Example.of(
                        "C.2",
                        () -> operator.put(
                                tasks + world.resting(),
                                PrintedWorld.changed("C.2")
                                        .add("TaskID", world.resting())
                                        .build())),
                Example.of(
                        "C.3",
                        () -> operator.post(
                                tasks + "Search",
                                PrintedWorld.changed("C.3")
                                        .add("TaskIDs", array(world.running()))
                                        .build()),
                        "/Data/PageRequest",
                        "/Data/TotalSize",
                        "/Data/PageContent/0/Status",
                        "/Data/PageContent/0/Type",
                        "/Data/PageContent/0/Mode",
                        "/Data/PageContent/0/AutoRestart",
                        "/Data/PageContent/0/AlgoTaskInfos/0/RulesParams",
                        "/Data/PageContent/0/AlgoTaskInfos/0/StreamOptions"),
                Example.of(
                        "C.4",
                        () -> operator.get(tasks + world.running()),
                        "/Data/Name",
                        "/Data/Description",
                        "/Data/AutoRestart",
                        "/Data/Status",
                        "/Data/AlgoTaskInfos/0/RulesParams",
                        "/Data/AlgoTaskInfos/0/StreamOptions"),
                Example.of("C.5", () -> operator.delete(tasks + world.plan())),
                Example.of("C.6", () -> operator.post(tasks + world.resting() + "/Start")),
                Example.of("C.7", () -> operator.post(tasks + world.resting() + "/Stop")));
    }

    Stream<Example> instances() {
        String instances = "ACSMP/TaskInstances";
        return Stream.of(
                Example.of(
                        "C.8",
                        () -> operator.post(
                                instances,
                                PrintedWorld.changed("C.8")
                                        .add("TaskID", world.resting())
                                        .build())),
                Example.of(
                        "C.9",
                        () -> operator.put(
                                instances + "/" + first(),
                                PrintedWorld.changed("C.9").add("ID", first()).build())),
                Example.of(
                        "C.10",
                        () -> operator.post(
                                instances + "/Search",
                                PrintedWorld.changed("C.10")
                                        .add("ID", first())
                                        .add("TaskID", world.resting())
                                        .build()),
                        "/Data/PageRequest",
                        "/Data/TotalSize"),
                Example.of(
                        "C.11",
                        () -> operator.get(instances + "/" + first()),
                        "/Data/RestartPolicy",
                        "/Data/TaskInfo/Labels",
                        "/Data/TaskInfo/RulesParams",
                        "/Data/TaskInfo/StreamOptions"),
                Example.of("C.13", () -> operator.post(instances + "/Start", ids("C.13"))),
                Example.of("C.14", () -> operator.post(instances + "/Stop", ids("C.14"))),
                Example.of(
                        "C.12",
                        () -> operator.delete(instances + "/"
                                + world.instances(world.resting()).get(1))));
    }

    private String first() {
        return world.instances(world.resting()).get(0);
    }

    private JsonObject ids(String table) {
        return PrintedWorld.changed(table)
                .add("IDs", Json.createArrayBuilder().add(first()))
                .build();
    }

    private static JsonValue array(long id) {
        return Json.createArrayBuilder().add(id).build();
    }
}
