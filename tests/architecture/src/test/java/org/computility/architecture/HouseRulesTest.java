package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final String ROOT = "org.computility";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final HouseRules RULES = new HouseRules(ROOT);

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyTheRoomsBelow(String room) {
        RULES.usesOnlyTheRoomsBelow(room).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void subRoomsFormNoCycle(String room) {
        RULES.hasNoCyclesWithin(room).check(HOUSE);
    }

    @Test
    void entitiesStayInTheirRoom() {
        RULES.hidesEntities().check(HOUSE);
    }

    @Test
    void resourcesAndPagesDoNotTouchTheDatabase() {
        RULES.keepsTheDatabaseInTheRooms().check(HOUSE);
    }

    @Test
    void roomsDoNotKnowHttp() {
        RULES.keepsHttpOutOfTheRooms()
                .check(HOUSE.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are in rooms", type -> RoomMap.rooms().contains(wing(type)))));
    }

    @Test
    void resourcesAreNamedSo() {
        RULES.namesResources().check(HOUSE);
    }

    @Test
    void pagesAreNamedSo() {
        RULES.namesPages().check(HOUSE);
    }

    @Test
    void noClassHasAnEmptyName() {
        RULES.avoidsEmptyWords().check(HOUSE);
    }

    @Test
    void sessionBeansCanBeCalled() {
        RULES.letsSessionBeansBeCalled().check(HOUSE);
    }

    @Test
    void theMapShowsEveryRoom() {
        Set<String> unknown = HOUSE.stream().map(HouseRulesTest::wing).collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(RoomMap.rooms());
        unknown.removeAll(RoomMap.OUTBUILDINGS);
        assertThat(unknown)
                .as("packages below " + ROOT + " that RoomMap does not know")
                .isEmpty();
    }

    @Test
    void aPackageLivesInOneModule() {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (JavaClass type : HOUSE) {
            modules.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                    .add(type.getSource()
                            .map(source -> module(source.getUri(), type))
                            .orElseThrow());
        }
        modules.values().removeIf(places -> places.size() == 1);
        assertThat(modules).isEmpty();
    }

    private static Stream<String> rooms() {
        return RoomMap.rooms().stream();
    }

    /** The first word after the root. */
    private static String wing(JavaClass type) {
        String[] words = type.getPackageName().split("\\.");
        return words.length < 3 ? "" : words[2];
    }

    private static String module(URI source, JavaClass type) {
        String path = source.toString();
        return path.substring(0, path.indexOf(type.getPackageName().replace('.', '/')));
    }
}
