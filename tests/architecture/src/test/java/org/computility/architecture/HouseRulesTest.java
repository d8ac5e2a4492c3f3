package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final String ROOT = "org.computility";
    private static final JavaClasses HOUSE = new ClassFileImporter().importPaths(Modules.classes());
    private static final HouseRules RULES = new HouseRules(ROOT);
    private static final EndingRules ENDINGS = new EndingRules(ROOT);

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
                        "are in rooms", type -> RoomMap.rooms().contains(RULES.wing(type)))));
    }

    @Test
    void onlySharedKeysSealsAndSigns() {
        RULES.keepsKeysInOnePlace().check(HOUSE);
    }

    @Test
    void everyChangeSaysWhetherItIsRecorded() {
        RULES.recordsChanges().check(HOUSE);
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
    void onlyWhatFacesShowsIsAPage() {
        ENDINGS.keepsPagesInTheConsole("shared.Page").check(HOUSE);
    }

    @Test
    void onlyWhatAnswersHttpIsAResource() {
        ENDINGS.keepsResourcesForRest().check(HOUSE);
    }

    @Test
    void noClassHasAnEmptyName() {
        RULES.avoidsEmptyWords().check(HOUSE);
    }

    @Test
    void timersOutliveTheDatabase() {
        TimerRules.keepsTransactionsFromTimers().check(HOUSE);
    }

    @Test
    void singletonsAreThereBeforeTheirFirstCaller() {
        SingletonRules.makesSingletonsAtTheStart().check(HOUSE);
    }

    @Test
    void singletonsAreNotAskedAfterACommit() {
        SingletonRules.asksNoSingletonAfterACommit().check(HOUSE);
    }

    @Test
    void sessionBeansCanBeCalled() {
        RULES.letsSessionBeansBeCalled().check(HOUSE);
    }

    @Test
    void lifecycleCallbacksHaveANameOfTheirOwn() {
        RULES.namesCallbacksOnce().check(HOUSE);
    }

    @Test
    void messageDrivenBeansHaveNothingInjectedByCdi() {
        RULES.keepsInjectionOutOfMessageDrivenBeans().check(HOUSE);
    }

    @Test
    void persistenceUnitsAreInjectedIntoSessionBeansOnly() {
        RULES.keepsPersistenceUnitsInSessionBeans().check(HOUSE);
    }

    @Test
    void theMapShowsEveryRoom() {
        assertThat(RULES.strangers(HOUSE))
                .as("packages below " + ROOT + " that RoomMap does not know")
                .isEmpty();
    }

    @Test
    void theMapShowsNothingThatIsNotThere() {
        Set<String> built = HOUSE.stream().map(RULES::wing).collect(Collectors.toSet());
        assertThat(built).containsAll(RoomMap.rooms()).containsAll(RoomMap.OUTBUILDINGS);
    }

    @Test
    void aPackageLivesInOneModule() {
        assertThat(HouseRules.dividedPackages(HOUSE)).isEmpty();
    }

    private static Stream<String> rooms() {
        return RoomMap.rooms().stream();
    }
}
