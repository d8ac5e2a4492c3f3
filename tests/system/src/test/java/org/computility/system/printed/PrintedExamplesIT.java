package org.computility.system.printed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.function.Function;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each of the 43 operations of T/BAX 0006.5 with its printed example. A request is sent as it is printed; only IDs that a
 * platform gives, and the end of a search in the past, are this platform's. The answer has every member of the printed
 * answer, in the same type, or the difference stands in {@link Differences}.
 */
@InTurn
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintedExamplesIT {

    private PrintedWorld world;

    @BeforeAll
    void open(Platform platform) {
        world = new PrintedWorld(platform);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersAsPrinted(Example example) {
        Answer answer = example.call().get().expect(200);

        JsonObject printed = Printed.response(example.number());
        assertThat(answer.code()).isZero();
        assertThat(Shape.differences(printed, answer.json())).as(answer.text()).isEqualTo(Differences.of(example));
        for (String each : example.equal()) {
            assertThat(answer.json().getValue(each)).as(each).isEqualTo(printed.getValue(each));
        }
    }

    /** What was made in the printed days, or has the printed IDs, is somebody else's: there may be nothing to find. */
    @ParameterizedTest
    @CsvSource({
        "A.3,  ACSMP/AlgoFilePackages/Search",
        "C.3,  ACSMP/Tasks/Search",
        "C.10, ACSMP/TaskInstances/Search",
        "D.4,  ACSMP/AuthServer/Search",
        "E.3,  ACSMP/License"
    })
    void aSearchIsTakenLetterByLetter(String table, String path) {
        Answer answer = world.operator().post(path, Printed.request(table)).expect(200);

        assertThat(answer.code()).isZero();
    }

    @Test
    void noOperationIsLeftOut() {
        assertThat(examples().map(Example::number).distinct()).hasSize(43);
    }

    Stream<Example> examples() {
        AlgorithmExamples algorithms = new AlgorithmExamples(world);
        TaskExamples tasks = new TaskExamples(world);
        LicenceExamples licences = new LicenceExamples(world);
        ServiceExamples services = new ServiceExamples(world);
        return Stream.of(
                        algorithms.algorithms(),
                        algorithms.compute(),
                        tasks.plans(),
                        tasks.instances(),
                        services.packagesOnCompute(),
                        services.services(),
                        services.monitoring(),
                        licences.servers(),
                        licences.licences())
                .flatMap(Function.identity());
    }
}
