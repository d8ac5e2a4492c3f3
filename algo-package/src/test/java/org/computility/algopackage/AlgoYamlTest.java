package org.computility.algopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlgoYamlTest {

    @Test
    void readsEveryMember() throws InvalidPackageException {
        AlgoPackage read = AlgoYaml.parse(Samples.YAML);

        assertThat(read.id()).isEqualTo(Samples.ID);
        assertThat(read.type().code()).isEqualTo("artifact");
        assertThat(read.version()).isEqualTo("1.0.0");
        assertThat(read.env())
                .containsExactly(
                        new EnvVariable("LOG_LEVEL", "INFO", "", false),
                        new EnvVariable("AUTH_SERVER_ADDR", "", "", true));
        assertThat(read.accelerators()).containsExactly("CPU", "NVIDIA-T4");
        assertThat(read.resources()).isEqualTo(new Resources(0.5, 0.25, 0));
        assertThat(read.streamsPerReplica()).isEqualTo(4);
        Capability capability =
                read.capability("COMPUTILITY-MOTION_IN_AREA-1.0.0").orElseThrow();
        assertThat(capability.taskTypes()).containsExactly("VIDEO_REALTIME", "VIDEO_FILE");
        assertThat(capability.taskFields())
                .containsExactly(
                        new TaskField("Threshold", "Threshold", "", "double", true, false, false, 0.3, "[0,1]", null));
        assertThat(capability.model().state()).containsExactly(new Model.State("previous", "gray"));
        assertThat(capability.model().output()).isEqualTo(new Model.Grid("cells", 16, 9, "movingShare", 0.1, 0.5, 0));
        assertThat(read.capability("OTHER")).isEmpty();
    }

    @Test
    void readsTheClassesOfAGraphThatTellsThem() throws InvalidPackageException {
        Model model = AlgoYaml.parse(withClasses("{Tensor: scores, Classes: [nothing, '车']}"))
                .capabilities()
                .get(0)
                .model();

        assertThat(model.output()).isEqualTo(new Model.Scores("scores", List.of("nothing", "车")));
        assertThat(model.output().size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {Tensor: scores, Classes: [a]}                  | Output.Classes
            {Tensor: scores, Classes: [a, b, a]}            | Output.Classes
            {Tensor: scores, Classes: [a, '']}              | Output.Classes
            {Tensor: scores, Classes: [1, 2]}               | Output.Classes
            {Classes: [a, b]}                               | Output.Tensor
            {Tensor: scores, Classes: [a, b], Measure: m}   | Output.Measure
            {Tensor: scores, Classes: [a, b], SettleFrames: 0} | Output.SettleFrames
            """)
    void refusesClassesThatAreNone(String output, String member) {
        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> AlgoYaml.parse(withClasses(output)))
                .satisfies(e -> assertThat(e.member()).isEqualTo("Capabilities[0].Model." + member));
    }

    @Test
    void refusesClassesBesideAStateOrForAlerts() {
        String classes = withClasses("{Tensor: scores, Classes: [a, b]}");

        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> AlgoYaml.parse(
                        classes.replaceFirst("( +)Input: frame", "$1Input: frame\n$1State: [{Input: x, Output: y}]")))
                .satisfies(e -> assertThat(e.member()).isEqualTo("Capabilities[0].Model.State"));
        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> AlgoYaml.parse(classes.replace("STRUCTURING", "ALERT")))
                .satisfies(e -> assertThat(e.member()).isEqualTo("Capabilities[0].Model.Output.Classes"));
    }

    private static String withClasses(String output) {
        return Samples.YAML
                .replace("AlgoDataType: ALERT", "AlgoDataType: STRUCTURING")
                .replaceFirst(" +State: .*\n", "")
                .replaceFirst("Output: .*", "Output: " + output);
    }

    @Test
    void readsTheEventsThatACapabilityIsFor() throws InvalidPackageException {
        AlgoPackage read = AlgoYaml.parse(withEvents("[ILLEGAL_ADV, '1.10']"));

        assertThat(read.capabilities().get(0).eventIds()).containsExactly("ILLEGAL_ADV", "1.10");
        assertThat(AlgoYaml.parse(Samples.YAML).capabilities().get(0).eventIds())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[A, A]", "['']", "A", "[[A]]"})
    void refusesEventsThatAreNone(String events) {
        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> AlgoYaml.parse(withEvents(events)))
                .satisfies(e -> assertThat(e.member()).isEqualTo("Capabilities[0].EventIDs"));
    }

    private static String withEvents(String events) {
        return Samples.YAML.replaceFirst("( +)AlgoDataType: ", "$1EventIDs: " + events + "\n$1AlgoDataType: ");
    }

    @Test
    void readsWhichCapabilitiesFollow() throws InvalidPackageException {
        AlgoPackage read = AlgoYaml.parse(withFollowers("[PLATE-1.0.0, FACE_2]"));

        assertThat(read.capabilities().get(0).followers()).containsExactly("PLATE-1.0.0", "FACE_2");
        assertThat(AlgoYaml.parse(Samples.YAML).capabilities().get(0).followers())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[A, A]", "['']", "A", "[[A]]", "['A B']", "[A, B, C, D, E, F, G, H, I, J, K]"})
    void refusesFollowersThatAreNone(String followers) {
        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> AlgoYaml.parse(withFollowers(followers)))
                .satisfies(e -> assertThat(e.member()).isEqualTo("Capabilities[0].Followers"));
    }

    private static String withFollowers(String codes) {
        return Samples.YAML.replaceFirst("( +)AlgoDataType: ", "$1Followers: " + codes + "\n$1AlgoDataType: ");
    }

    @Test
    void takesVersionAndProviderAsLongAsTableA5Has() throws InvalidPackageException {
        String longest = Samples.YAML
                .replace("Provider: COMPUTILITY", "Provider: " + "供".repeat(256))
                .replaceFirst("AlgoFilePackageVersion: .*", "AlgoFilePackageVersion: " + "v".repeat(256));

        AlgoPackage read = AlgoYaml.parse(longest);

        assertThat(read.provider()).hasSize(256);
        assertThat(read.version()).hasSize(256);
        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> AlgoYaml.parse(longest.replace("Provider: ", "Provider: x")))
                .satisfies(e -> assertThat(e.member()).isEqualTo("Provider"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Provider: COMPUTILITY         | Provider: ''                | Provider
            artifact                      | program                     | AlgoFilePackageType
            20261101000000                | 20261301000000              | AlgoFilePackageID
            [CPU, NVIDIA-T4]              | [nvidia-t4]                 | Accelerators
            [CPU, NVIDIA-T4]              | [CPU, ' ']                  | Accelerators
            [CPU, NVIDIA-T4]              | []                          | Accelerators
            StreamsPerReplica: 4          | StreamsPerReplica: 0        | StreamsPerReplica
            Name: LOG_LEVEL               | Name: AUTH_SERVER_ADDR      | Env[1].Name
            Name: LOG_LEVEL               | Name: 1X                    | Env[0].Name
            COMPUTILITY-MOTION_IN_AREA    | COMPUTILITY/MOTION          | Capabilities[0].Code
            AlgoDataType: ALERT           | AlgoDataType: GUESS         | Capabilities[0].AlgoDataType
            [VIDEO_REALTIME, VIDEO_FILE]  | [TEXT]                      | Capabilities[0].TaskTypes
            Type: double                  | Type: matrix                | Capabilities[0].TaskFields[0].Type
            Width: 640                    | Width: wide                 | Capabilities[0].Model.Width
            Columns: 16,                  | Columns: 0,                 | Capabilities[0].Model.Output.Columns
            CellThreshold: 0.1            | CellThreshold: .nan         | Capabilities[0].Model.Output.CellThreshold
            Resources: {Cpu: 0.5          | Resources: {Cpu: -1         | Resources.Cpu
            """)
    void namesTheMemberAtFault(String good, String bad, String member) {
        assertThat(Samples.YAML).contains(good);

        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> AlgoYaml.parse(Samples.YAML.replace(good, bad)))
                .satisfies(e -> assertThat(e.member()).isEqualTo(member))
                .satisfies(e -> assertThat(e.getMessage()).startsWith(member));
    }

    @Test
    void takesAnAcceleratorThatTheAnnexDoesNotList() throws InvalidPackageException {
        AlgoPackage read = AlgoYaml.parse(Samples.YAML.replace("[CPU, NVIDIA-T4]", "[ABACUS, NVIDIA-T4]"));

        assertThat(read.accelerators()).containsExactly("ABACUS", "NVIDIA-T4");
        assertThat(read.unlistedAccelerators()).containsExactly("ABACUS");
        assertThat(AlgoYaml.parse(Samples.YAML).unlistedAccelerators()).isEmpty();
    }

    @Test
    void saysHowAnIdentifierIsWritten() {
        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> AlgoYaml.parse(Samples.YAML.replace("[CPU, NVIDIA-T4]", "[cpu]")))
                .withMessageContaining("write CPU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just text", "- a list", "a: [", "a: 1\na: 2", "!!java.net.URL [\"http://h\"]"})
    void refusesWhatIsNoDescription(String yaml) {
        assertThatExceptionOfType(InvalidPackageException.class).isThrownBy(() -> AlgoYaml.parse(yaml));
    }

    @Test
    void refusesAliasBombs() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThatExceptionOfType(InvalidPackageException.class).isThrownBy(() -> AlgoYaml.parse(bomb.toString()));
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> AlgoYaml.parse("a: " + "[".repeat(100_000)))
                .withMessageContaining("deeply");
    }

    @ParameterizedTest
    @CsvSource({
        "1101080000508000000120261101000000000001, ",
        "110108000050800000012026110100000000000, has 40 digits",
        "11010800005080000001202611010000000000０1, is made of",
        "1101080000508000000120260230000000000001, carries a time"
    })
    void checksPackageIds(String id, String fault) {
        if (fault == null) {
            assertThat(PackageId.fault(id)).isNull();
        } else {
            assertThat(PackageId.fault(id)).startsWith(fault);
        }
    }
}
