package org.computility.system.printed;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.Visitor;

/** Annexes F and G. */
final class ServiceExamples {

    private final PrintedWorld world;
    private final Visitor operator;

    ServiceExamples(PrintedWorld world) {
        this.world = world;
        operator = world.operator();
    }

    Stream<Example> packagesOnCompute() {
        String devices = "ACSMP/AlgoFilePackages/Devices";
        String one = devices + "/" + PrintedNodes.NODE + "/";
        return Stream.of(
                Example.of("F.1", () -> operator.post(devices, Printed.request("F.1"))),
                Example.of("F.2", () -> {
                    String another = world.another();
                    world.deliver(another);
                    return operator.delete(one + another);
                }),
                Example.of(
                        "F.3",
                        () -> operator.post(devices + "/Search", Printed.request("F.3")),
                        "/Data/0/AlgoPackageName",
                        "/Data/0/AlgoPackageVersion",
                        "/Data/0/AlgoPackageType",
                        "/Data/0/Status"),
                Example.of(
                        "F.4",
                        () -> operator.get(one + PrintedPackages.VEHICLES),
                        "/Data/AlgoPackageVersion",
                        "/Data/AlgoPackageType"),
                Example.of(
                        "F.4 by POST",
                        () -> operator.post(one + PrintedPackages.VEHICLES),
                        "/Data/AlgoPackageVersion",
                        "/Data/AlgoPackageType"));
    }

    Stream<Example> services() {
        String devices = "ACSMP/AlgoServices/Devices";
        return Stream.of(
                Example.of("F.5", () -> {
                    Answer answer = operator.post(devices, Printed.request("F.5"));
                    world.loaded(answer);
                    return answer;
                }),
                Example.of(
                        "F.6",
                        () -> operator.post(
                                devices + "/UnInstall",
                                PrintedWorld.changed("F.6")
                                        .add("AlgoServiceID", world.load())
                                        .build())),
                Example.of(
                        "F.7",
                        () -> operator.post(devices + "/Search", Printed.request("F.7")),
                        "/Data/Records/0/Env",
                        "/Data/Records/0/Replicas",
                        "/Data/Records/0/AlgoFilePackageID"),
                Example.of(
                        "F.8",
                        () -> operator.get(devices + "/" + PrintedNodes.NODE + "/" + world.service()),
                        "/Data/Env",
                        "/Data/Replicas",
                        "/Data/XpuType",
                        "/Data/AlgoFilePackageID"));
    }

    Stream<Example> monitoring() {
        String computility = "ACSMP/Computility";
        String[] equal = {"/Data/PageContent", "/Data/PageRequest", "/Data/Total", "/Data/TotalPages"};
        return Stream.of(
                Example.of("G", () -> operator.post(computility, Printed.request("G")), equal),
                Example.of(
                        "G by GET",
                        () -> operator.send(
                                "GET",
                                computility,
                                "application/json",
                                BodyPublishers.ofString(Printed.request("G").toString())),
                        equal));
    }
}
