package org.computility.shared.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Pattern KEY = Pattern.compile("msg\\['([^']+)'\\]");

    private final Locale machine = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(machine);
        ResourceBundle.clearCache();
    }

    @Test
    void everyLanguageHasTheSameTexts() {
        Set<String> english = Texts.in(Locale.ENGLISH).all().keySet();

        assertThat(english).contains("product", "runs.title", "nodes.title", "services.title", "login.title");
        for (Locale language : Language.ALL) {
            for (ConsoleRoom room : ConsoleRoom.ALL) {
                assertThat(keys(room, language))
                        .as(room.name() + " " + language)
                        .isEqualTo(keys(room, Locale.ROOT));
            }
        }
    }

    @Test
    void aTextBelongsToOneRoom() {
        List<String> all = ConsoleRoom.ALL.stream()
                .flatMap(room -> keys(room, Locale.ROOT).stream())
                .toList();

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void everyTextThatAPageNamesIsThere() throws IOException {
        Set<String> named = keysInPages();

        assertThat(named).contains("skip", "nodes.lead");
        assertThat(Texts.in(Locale.ENGLISH).all().keySet()).containsAll(named);
    }

    @Test
    void everyPageOfTheNavigationIsThereAndHasAName() {
        assertThat(ConsoleRoom.allEntries()).isNotEmpty().allSatisfy(entry -> {
            assertThat(PAGES.resolve(entry.path())).exists();
            assertThat(Texts.in(Locale.ENGLISH).all()).containsKey("nav." + entry.page());
        });
    }

    @Test
    void theLanguageOfTheServersMachineIsNobodysWish() {
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        ResourceBundle.clearCache();

        assertThat(Texts.in(Locale.UK).of("login.title")).isEqualTo("Sign in");
    }

    @Test
    void valuesTakeTheirPlacesAndAMissingTextIsItsKey() {
        Texts texts = Texts.in(Locale.ENGLISH);

        assertThat(texts.format("nodes.total", 1)).isEqualTo("1 node");
        assertThat(texts.format("nodes.total", 2000)).isEqualTo("2,000 nodes");
        assertThat(texts.of("no.such.text")).isEqualTo("no.such.text");
        assertThat(texts.of("no.such.text", "instead")).isEqualTo("instead");
    }

    private static Set<String> keys(ConsoleRoom room, Locale language) {
        String file = "/" + room.bundle().replace('.', '/')
                + (language.getLanguage().equals("zh") ? "_zh" : "") + ".properties";
        try (var stream = TextsTest.class.getResourceAsStream(file)) {
            Properties properties = new Properties();
            properties.load(stream);
            return new TreeSet<>(properties.stringPropertyNames());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> keysInPages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .flatMap(file -> KEY.matcher(text(file)).results())
                    .map(MatchResult::group)
                    .map(found -> found.substring("msg['".length(), found.length() - "']".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
