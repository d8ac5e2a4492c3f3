package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every setting that production reads stands in the deployment guide, and the guide names no other. */
class SettingsTest {

    private static final Path GUIDE = Modules.PROJECT.resolve("docs/deployment.md");

    /** As the environment has it; the beginning of a name that is put together is no name. */
    private static final Pattern VARIABLE = Pattern.compile("COMPUTILITY(?:_[A-Z]+)+(?![A-Z_])");

    /** As MicroProfile Config and system properties have it. */
    private static final Pattern KEY = Pattern.compile("\"(computility(?:\\.[a-z]+)+)\"");

    /** What looks like a setting and is none, and why. */
    private static final Map<String, String> INTERNAL = Map.ofEntries(
            Map.entry("COMPUTILITY_BATCH_HOST", "the launcher tells it to Payara Micro, from COMPUTILITY_DATABASE_URL"),
            Map.entry("COMPUTILITY_BATCH_PORT", "as above"),
            Map.entry("COMPUTILITY_BATCH_DATABASE", "as above"),
            Map.entry("COMPUTILITY_BATCH_USER", "as above"),
            Map.entry("COMPUTILITY_BATCH_PASSWORD", "as above"),
            Map.entry("COMPUTILITY_CONSOLE", "the console's cookie"),
            Map.entry(
                    "COMPUTILITY_HOME",
                    "a system property: the build tells launcher and demo where the files to start lie"),
            Map.entry("COMPUTILITY_NODE", "a system property that the build gives the demo"),
            Map.entry("COMPUTILITY_PACKAGES", "a system property that the build gives the demo"),
            Map.entry("COMPUTILITY_RTSP", "a system property that the build gives the demo"),
            Map.entry("COMPUTILITY_TRAINER", "a system property that the build gives the demo"),
            Map.entry("COMPUTILITY_JOB_ID", "the platform tells it to a job's program"),
            Map.entry("COMPUTILITY_TASK_COUNT", "as above"),
            Map.entry("COMPUTILITY_TASK_INDEX", "as above"));

    /** The application's files, written like a key. */
    private static final Set<String> FILES = Set.of("COMPUTILITY_EAR", "COMPUTILITY_WAR");

    @Test
    void everySettingIsInTheGuide() throws IOException {
        Set<String> undocumented = settings(sources());
        assertThat(undocumented).hasSizeGreaterThan(20);
        undocumented.removeAll(variables(Files.readString(GUIDE)));
        assertThat(undocumented).isEmpty();
    }

    @Test
    void theGuideNamesNoSettingThatNobodyReads() throws IOException {
        Set<String> unread = variables(Files.readString(GUIDE));
        unread.removeAll(settings(sources()));
        assertThat(unread).isEmpty();
    }

    @Test
    void whatIsExcusedIsStillThere() throws IOException {
        Set<String> all = found(sources());
        assertThat(all).containsAll(INTERNAL.keySet()).containsAll(FILES);
    }

    @Test
    void aSettingIsFoundHoweverItIsWritten(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(
                folder.resolve("Config.java"),
                "/** COMPUTILITY_BY_NAME. */ find(\"computility.by.key\"); get(\"COMPUTILITY_\" + \"computility.\" +"
                        + " x)");

        assertThat(settings(List.of(source))).containsExactly("COMPUTILITY_BY_KEY", "COMPUTILITY_BY_NAME");
    }

    private static Set<String> settings(List<Path> sources) throws IOException {
        Set<String> settings = found(sources);
        settings.removeAll(INTERNAL.keySet());
        settings.removeAll(FILES);
        return settings;
    }

    private static Set<String> found(List<Path> sources) throws IOException {
        Set<String> all = new TreeSet<>();
        for (Path source : sources) {
            // Not all is text.
            String text = Files.readString(source, StandardCharsets.ISO_8859_1);
            all.addAll(variables(text));
            KEY.matcher(text)
                    .results()
                    .map(key -> key.group(1).replace('.', '_').toUpperCase(Locale.ROOT))
                    .forEach(all::add);
        }
        return all;
    }

    private static Set<String> variables(String text) {
        Set<String> all = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(text);
        while (variable.find()) {
            all.add(variable.group());
        }
        return all;
    }

    /** Main sources of the production modules, and the scripts of the servers. */
    private static List<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path module : Modules.production()) {
            files.addAll(files(module.resolve("src").resolve("main")));
        }
        for (String server : new String[] {"payara-micro", "payara-server", "wildfly"}) {
            files.addAll(files(Modules.PROJECT.resolve("app-server-config").resolve(server)));
        }
        return files;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
