package org.computility.shared.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.shared.console.Texts;
import org.junit.jupiter.api.Test;

class WatcherTest {

    private static final UUID NORTH = new UUID(0, 1);
    private static final UUID SOUTH = new UUID(0, 2);

    private final List<String> sent = new ArrayList<>();
    private boolean loggedIn = true;
    private final Watcher watcher = new Watcher(
            () -> loggedIn ? Optional.of(NORTH::equals) : Optional.empty(),
            Texts.in(Locale.ENGLISH),
            Map.of("runs", Set.of("7")));

    @Test
    void theFirstNewsAreAllCellsAndLaterOnesThoseThatChanged() {
        tell(Map.of("7", row(NORTH, "STARTED", "10%")));
        assertThat(sent).singleElement().satisfies(rows -> assertThat(rows).contains("STARTED", "10%"));
        sent.clear();

        tell(Map.of("7", row(NORTH, "STARTED", "20%")));

        assertThat(sent).containsExactly("rows {\"topic\":\"runs\",\"rows\":{\"7\":{\"percent\":\"20%\"}}}");
    }

    @Test
    void nothingIsSentWhenNothingChanged() {
        tell(Map.of("7", row(NORTH, "STARTED", "10%")));
        sent.clear();

        tell(Map.of("7", row(NORTH, "STARTED", "10%")));

        assertThat(sent).isEmpty();
    }

    @Test
    void rowsOfOthersAndRowsThatAreNotShownAreNotSent() {
        tell(Map.of("7", row(SOUTH, "STARTED", "10%"), "8", row(NORTH, "STARTED", "10%")));

        assertThat(sent).isEmpty();
    }

    @Test
    void theFirstLookTellsTheMarkSoThatARowThatCameSinceThePageWasDrawnIsNotMissed() {
        tellLists(Map.of(NORTH, 3L, SOUTH, 1L));

        assertThat(sent).containsExactly("list {\"topic\":\"runs\",\"mark\":\"3\"}");
    }

    @Test
    void theListIsNewWhenTheMarkOfAnOrganisationInSightChanges() {
        tellLists(Map.of(NORTH, 1L, SOUTH, 1L));
        sent.clear();
        tellLists(Map.of(NORTH, 1L, SOUTH, 2L));
        assertThat(sent).isEmpty();

        tellLists(Map.of(NORTH, 2L));

        assertThat(sent).containsExactly("list {\"topic\":\"runs\",\"mark\":\"2\"}");
    }

    @Test
    void theListIsNewWhenTheLastRowOfAnOrganisationIsGone() {
        tellLists(Map.of(NORTH, 1L));
        sent.clear();

        tellLists(Map.of());

        assertThat(sent).containsExactly("list {\"topic\":\"runs\",\"mark\":\"0\"}");
    }

    @Test
    void theEndOfTheSessionIsTheLastThatIsTold() {
        loggedIn = false;

        boolean goesOn =
                watcher.tell("runs", new LiveLook(Map.of("7", row(NORTH, "STARTED", "1%")), Map.of()), this::send);

        assertThat(goesOn).isFalse();
        assertThat(sent).containsExactly("ended {}");
    }

    private void tell(Map<String, LiveRow> rows) {
        assertThat(watcher.tell("runs", new LiveLook(rows, Map.of()), this::send))
                .isTrue();
        sent.remove("list {\"topic\":\"runs\",\"mark\":\"0\"}");
    }

    private void tellLists(Map<UUID, Long> marks) {
        assertThat(watcher.tell("runs", new LiveLook(Map.of(), new HashMap<>(marks)), this::send))
                .isTrue();
    }

    private void send(String event, String data) {
        sent.add(event + " " + data);
    }

    private static LiveRow row(UUID organisation, String state, String percent) {
        return new LiveRow() {
            @Override
            public UUID organisationId() {
                return organisation;
            }

            @Override
            public Map<String, String> cells(Texts texts) {
                return Map.of("state", state, "percent", percent);
            }
        };
    }
}
