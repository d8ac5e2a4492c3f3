package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that cannot fail says nothing: each is shown a planted sin, named in the failure. */
class SinnersTest {

    private static final String ROOT = "org.computility.architecture.sinners";
    private static final JavaClasses SINNERS = new ClassFileImporter().importPackages(ROOT);
    private static final HouseRules RULES = new HouseRules(ROOT);
    private static final EndingRules ENDINGS = new EndingRules(ROOT);

    @Test
    void aLowerRoomMayNotUseAHigherOne() {
        condemns(RULES.usesOnlyTheRoomsBelow("identity"), "KnowsCompute");
    }

    @Test
    void aHigherRoomMayUseALowerOne() {
        assertThatNoException()
                .isThrownBy(() -> RULES.usesOnlyTheRoomsBelow("compute").check(SINNERS));
    }

    @Test
    void anEntityMayNotBePublic() {
        condemns(RULES.hidesEntities(), "PublicEntity");
    }

    @Test
    void aResourceMayNotHaveAnEntityManager() {
        condemns(RULES.keepsTheDatabaseInTheRooms(), "QueryingResource");
    }

    @Test
    void aRoomMayNotKnowHttp() {
        condemns(RULES.keepsHttpOutOfTheRooms(), "KnowsHttp");
    }

    @Test
    void aRoomMayNotSignByItself() {
        condemns(RULES.keepsKeysInOnePlace(), "SignsByItself");
    }

    @Test
    void aChangeMayNotBeSilentAboutItsRecord() {
        condemns(RULES.recordsChanges(), "UnrecordedResource.change()");
    }

    @Test
    void aResourceMayNotHaveAnotherName() {
        condemns(RULES.namesResources(), "Controller");
    }

    @Test
    void aPageMayNotHaveAnotherName() {
        condemns(RULES.namesPages(), "Backing");
    }

    @Test
    void aTimerMayNotHaveATransactionOfTheContainers() {
        condemns(TimerRules.keepsTransactionsFromTimers(), "RolledBackTimer.everyHour()");
    }

    @Test
    void aSingletonMayNotWaitForItsFirstCaller() {
        condemns(SingletonRules.makesSingletonsAtTheStart(), "LateSingleton");
    }

    @Test
    void anObserverOfACommitMayNotAskASingleton() {
        condemns(SingletonRules.asksNoSingletonAfterACommit(), "AskingObserver");
    }

    @Test
    void aClassMayNotBeAnImpl() {
        condemns(RULES.avoidsEmptyWords(), "RoomImpl");
    }

    @Test
    void aClassMayNotBeATable() {
        condemns(RULES.avoidsEmptyWords(), "ResultTable");
    }

    @Test
    void aListMayNotBeAPage() {
        condemns(ENDINGS.keepsPagesInTheConsole("shared.Page"), "ResultPage");
    }

    @Test
    void aPlainClassMayNotBeAResource() {
        condemns(ENDINGS.keepsResourcesForRest(), "LooseResource");
    }

    @Test
    void aCalledBeanMethodMayNotBePackagePrivate() {
        condemns(RULES.letsSessionBeansBeCalled(), "hidden()");
    }

    @Test
    void aLifecycleCallbackMayNotHaveANamesake() {
        condemns(RULES.namesCallbacksOnce(), "TwiceOpen.open()");
    }

    @Test
    void aMessageDrivenBeanMayNotHaveAnythingInjectedByCdi() {
        condemns(RULES.keepsInjectionOutOfMessageDrivenBeans(), "InjectedListener.bean");
    }

    @Test
    void aPlainBeanMayNotHaveAPersistenceUnit() {
        condemns(RULES.keepsPersistenceUnitsInSessionBeans(), "HastyBean.entities");
    }

    @Test
    void subRoomsMayNotFormACycle() {
        condemns(RULES.hasNoCyclesWithin("planning"), "Cycle");
    }

    @Test
    void aRoomMayNotFormACycleWithItsSubRoom() {
        condemns(RULES.hasNoCyclesWithin("results"), "Cycle");
    }

    @Test
    void aRoomMayNotBeMissingOnTheMap() {
        assertThat(RULES.strangers(SINNERS)).containsExactly("annex");
    }

    @Test
    void aPackageMayNotLieInTwoModules(@TempDir Path here, @TempDir Path there) throws IOException {
        copy("sinners/identity/Caller.class", here);
        copy("sinners/identity/KnowsCompute.class", there);
        copy("sinners/compute/Node.class", there);

        assertThat(HouseRules.dividedPackages(new ClassFileImporter().importPaths(here, there)))
                .containsOnlyKeys(ROOT + ".identity");
    }

    /** As if a module had been compiled to that folder. */
    private static void copy(String file, Path module) throws IOException {
        Path target = module.resolve("org/computility/architecture").resolve(file);
        Files.createDirectories(target.getParent());
        try (InputStream sinner = SinnersTest.class.getResourceAsStream(file)) {
            Files.copy(sinner, target);
        }
    }

    private static void condemns(ArchRule rule, String sinner) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(SINNERS))
                .withMessageContaining(sinner);
    }
}
