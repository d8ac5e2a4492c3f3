package org.computility.algopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptions as people really write them, and as nobody should: values stay as written, or are refused by their member. */
class OddYamlTest {

    private static final String DEFAULT = "DefaultValue: 0.3";
    private static final String DEFAULT_MEMBER = "Capabilities[0].TaskFields[0].DefaultValue";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.10",
                "1.0",
                "1e3",
                "1_000",
                "0x10",
                "0o17",
                "010",
                "007",
                "+5",
                "-0",
                ".5",
                "1.",
                "1.0.0",
                "2026-11-28",
                "true",
                "yes",
                "True",
                ".inf",
                "-.INF",
                ".NaN",
                "12345678901234567890123",
                "1.23456789012345678901",
                "~x",
                "'1.10'",
                "\"1.10\""
            })
    void aTextIsKeptAsItWasWritten(String written) throws Exception {
        AlgoPackage read = read("AlgoFilePackageVersion: 1.0.0", "AlgoFilePackageVersion: " + written);

        assertThat(read.version()).isEqualTo(written.replaceAll("['\"]", ""));
    }

    @Test
    void aSettingsValueIsATextToo() throws Exception {
        AlgoPackage read = read("Value: INFO", "Value: 1.10");

        assertThat(read.env().get(0).value()).isEqualTo("1.10");
        assertThat(read("Value: INFO", "Value: ").env().get(0).value()).isEmpty();
        assertThat(read("Value: INFO", "Value: null").env().get(0).value()).isEmpty();
        assertThat(read("Value: INFO", "Value: 'null'").env().get(0).value()).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource({
        "long, 7, 7", "long, -3, -3", "long, 9223372036854775807, 9223372036854775807", "double, 0.3, 0.3",
                "double, 7, 7",
        "double, 1e3, 1000.0", "string, low, low", "string, '\"7\"', 7", "boolean, true, true", "boolean, false, false"
    })
    void aDefaultIsOfItsFieldsType(String type, String written, String value) throws Exception {
        assertThat(String.valueOf(withDefault(type, written)
                        .capabilities()
                        .get(0)
                        .taskFields()
                        .get(0)
                        .defaultValue()))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "double, .inf", "double, -.inf", "double, .nan", "double, 1e400", "double, often", "double, true",
                "double, '\"0.3\"'",
        "long, 0.5", "long, 1e3", "long, often", "long, 9223372036854775808", "long, true", "boolean, 1",
                "boolean, maybe",
        "string, '[a]'", "string, '{a: 1}'", "double, '[1]'"
    })
    void aDefaultOfAnotherTypeIsRefused(String type, String written) {
        assertRefused(DEFAULT_MEMBER, () -> withDefault(type, written));
    }

    @Test
    void aDefaultMayBeLeftOutOrNull() throws Exception {
        for (String none : new String[] {"null", ""}) {
            assertThat(withDefault("double", none)
                            .capabilities()
                            .get(0)
                            .taskFields()
                            .get(0)
                            .defaultValue())
                    .isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Description: Says where something moves., Description: \"a\\0b\", Description",
        "AlgoFilePackageName: Motion in area, AlgoFilePackageName: \"a\\0\", AlgoFilePackageName",
        "Provider: COMPUTILITY, Provider: \"\\u0000\", Provider",
        "Value: INFO, Value: \"\\x00\", Env[0].Value",
        "Text: Threshold, Text: \"a\\0\", Capabilities[0].TaskFields[0].Text",
        "'Validation: \"[0,1]\"', 'Validation: \"[0,\\0]\"', Capabilities[0].TaskFields[0].Validation"
    })
    void aTextWithANulIsRefused(String good, String bad, String member) {
        assertRefused(member, () -> read(good, bad));
    }

    @Test
    void aLoneHalfOfACharacterIsRefused() {
        assertRefused("Provider", () -> read("Provider: COMPUTILITY", "Provider: \"\\ud800\""));
    }

    @ParameterizedTest
    @CsvSource({
        "Description: Says where something moves., Description: !!binary aGVsbG8=",
        "Provider: COMPUTILITY, Provider: !!binary aGVsbG8=",
        "Value: INFO, Value: !!binary aGVsbG8="
    })
    void bytesAreNoText(String good, String bad) {
        assertThatExceptionOfType(InvalidPackageException.class).isThrownBy(() -> read(good, bad));
    }

    @Test
    void aDefaultIsNoBytes() {
        assertRefused(DEFAULT_MEMBER, () -> withDefault("string", "!!binary aGVsbG8="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!set {a}",
                "!!omap [a: 1]",
                "!custom x",
                "!!java.lang.Runtime []",
                "!!python/object:os.system x"
            })
    void tagsOfOtherKindsAreRefused(String value) {
        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(() -> read("Description: Says where something moves.", "Description: " + value));
    }

    @Test
    void membersThatNobodyKnowsAreLeftAlone() throws Exception {
        AlgoPackage read =
                AlgoYaml.parse(Samples.YAML + "Future: {a: [1, {b: .inf}], c: !!binary aGVsbG8=}\n3: x\n[a]: y\n");

        assertThat(read).isEqualTo(AlgoYaml.parse(Samples.YAML));
    }

    @Test
    void theSameIsReadWithOtherLineEndsAByteOrderMarkAndDocumentMarks() throws Exception {
        AlgoPackage usual = AlgoYaml.parse(Samples.YAML);

        assertThat(AlgoYaml.parse(Samples.YAML.replace("\n", "\r\n"))).isEqualTo(usual);
        assertThat(AlgoYaml.parse("\ufeff" + Samples.YAML)).isEqualTo(usual);
        assertThat(AlgoYaml.parse("---\n" + Samples.YAML + "...\n")).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--- a\n--- b", "\t- x", "a: &a [*a]", "? {a: b}\n: c", "%YAML 3.0\n---\na: b", "a: *unknown"})
    void whatIsNoOneDescriptionIsRefused(String yaml) {
        assertThatExceptionOfType(InvalidPackageException.class).isThrownBy(() -> AlgoYaml.parse(yaml));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            StreamsPerReplica: 4 | StreamsPerReplica: 4.0         | StreamsPerReplica
            StreamsPerReplica: 4 | StreamsPerReplica: "4"         | StreamsPerReplica
            StreamsPerReplica: 4 | StreamsPerReplica: 10001       | StreamsPerReplica
            StreamsPerReplica: 4 | StreamsPerReplica: 99999999999 | StreamsPerReplica
            Memory: 0.25         | Memory: .inf                   | Resources.Memory
            Memory: 0.25         | Memory: "1"                    | Resources.Memory
            Width: 640           | Width: 15                      | Capabilities[0].Model.Width
            Height: 360          | Height: 8193                   | Capabilities[0].Model.Height
            Rows: 9              | Rows: null                     | Capabilities[0].Model.Output.Rows
            Required: true       | Required: "true"               | Env[1].Required
            Required: true       | Required: 1                    | Env[1].Required
            [CPU, NVIDIA-T4]     | CPU                            | Accelerators
            [CPU, NVIDIA-T4]     | [CPU, 4]                       | Accelerators
            [CPU, NVIDIA-T4]     | [cpu]                          | Accelerators
            """)
    void numbersFlagsAndListsAreNoTexts(String good, String bad, String member) {
        assertRefused(member, () -> read(good, bad));
    }

    private static AlgoPackage withDefault(String type, String written) throws InvalidPackageException {
        return AlgoYaml.parse(replaced("Type: double, " + DEFAULT, "Type: " + type + ", DefaultValue: " + written));
    }

    private static AlgoPackage read(String good, String bad) throws InvalidPackageException {
        return AlgoYaml.parse(replaced(good, bad));
    }

    private static String replaced(String good, String bad) {
        assertThat(Samples.YAML).contains(good);
        return Samples.YAML.replace(good, bad);
    }

    private interface Reading {
        AlgoPackage read() throws InvalidPackageException;
    }

    private static void assertRefused(String member, Reading reading) {
        assertThatExceptionOfType(InvalidPackageException.class)
                .isThrownBy(reading::read)
                .satisfies(e -> assertThat(e.member()).isEqualTo(member))
                .satisfies(e -> assertThat(e.getMessage()).startsWith(member));
    }
}
