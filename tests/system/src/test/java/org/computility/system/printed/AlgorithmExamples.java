package org.computility.system.printed;

import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.Visitor;

/** Annexes A and B. */
final class AlgorithmExamples {

    private final PrintedWorld world;
    private final Visitor operator;

    AlgorithmExamples(PrintedWorld world) {
        this.world = world;
        operator = world.operator();
    }

    Stream<Example> algorithms() {
        String packages = "ACSMP/AlgoFilePackages";
        return Stream.of(
                Example.of("A.1", () -> world.importIt(PrintedPackages.people())),
                Example.of("A.2", () -> operator.delete(packages + "/" + world.another())),
                Example.of(
                        "A.3",
                        () -> operator.post(packages + "/Search", PrintedWorld.untilNow("A.3")),
                        "/Data/0/AlgoFilePackageName",
                        "/Data/0/AlgoFilePackageID",
                        "/Data/0/AlgoFilePackageVersion",
                        "/Data/0/AlgoFilePackageType",
                        "/Data/0/Provider"),
                Example.of(
                        "A.4",
                        () -> operator.get(packages + "/" + PrintedPackages.PEOPLE),
                        "/Data/AlgoFilePackageName",
                        "/Data/AlgoFilePackageID",
                        "/Data/AlgoFilePackageVersion",
                        "/Data/AlgoFilePackageType",
                        "/Data/Provider"),
                Example.of(
                        "A.5",
                        () -> operator.post("ACSMP/AlgoDef/Search", Printed.request("A.5")),
                        "/Data/PageRequest",
                        "/Data/Total",
                        "/Data/PageContent/0/Code",
                        "/Data/PageContent/0/SourceType",
                        "/Data/PageContent/0/TaskTypes"),
                Example.of(
                        "A.6",
                        () -> operator.get("ACSMP/AlgoDef/PROVIDER-HUMAN_ATTR_ALERT-1.0.0"),
                        "/Data/Code",
                        "/Data/AlgoDataType",
                        "/Data/TaskTypes",
                        "/Data/TaskFields"));
    }

    Stream<Example> compute() {
        return Stream.of(
                Example.of("B.1", () -> {
                    Answer answer = world.platform().anonymous().post("ACSMP/Register", Printed.request("B.1"));
                    world.nodes().comeBack();
                    return answer;
                }),
                Example.of(
                        "B.3",
                        () -> world.platform()
                                .as(world.nodes().arrive())
                                .post("ACSMP/Keepalive", Printed.request("B.3"))),
                Example.of("B.2", () -> {
                    world.nodes().arrive();
                    return world.platform().anonymous().post("ACSMP/UnRegister", Printed.request("B.2"));
                }));
    }
}
