package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncomingRulesTest {

    private static final String ROOT = "org.computility";
    private static final String SINNERS_ROOT = ROOT + ".architecture.sinners";
    private static final JavaClasses BUSINESS = new ClassFileImporter()
            .importPath(Modules.PROJECT.resolve("ejb").resolve("target").resolve("classes"));
    private static final JavaClasses SINNERS = new ClassFileImporter().importPackages(SINNERS_ROOT);
    private static final IncomingRules RULES = new IncomingRules(ROOT);
    private static final IncomingRules SINNERS_RULES = new IncomingRules(SINNERS_ROOT);
    private static final String[] ROOMS = RoomMap.rooms().toArray(String[]::new);

    @Test
    void columnsAndDocumentsKnowJsonAndNothingElseDoes() {
        RULES.keepsJsonInColumnsAndDocuments(ROOMS).check(BUSINESS);
    }

    @Test
    void onlyViewsNameTheMembersOfAStandard() {
        RULES.namesTheStandardsMembersInViewsOnly(ROOMS).check(BUSINESS);
    }

    @Test
    void roomsNameMembersAtFaultNeutrally() {
        RULES.namesMembersAtFaultNeutrally(ROOMS).check(BUSINESS);
    }

    @Test
    void whatMayKnowJsonIsThereAndDoes() {
        var knowing = BUSINESS.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(use -> use.getTargetClass().getPackageName().startsWith("jakarta.json")))
                .flatMap(type -> Stream.of(type.getName().split("\\$", 2)[0], type.getPackageName()))
                .map(name -> name.substring(ROOT.length() + 1))
                .collect(Collectors.toSet());

        assertThat(knowing).containsAll(IncomingRules.KNOW_JSON);
    }

    @Test
    void aRoomThatReadsJsonIsSeen() {
        condemns(SINNERS_RULES.keepsJsonInColumnsAndDocuments("compute"), "ReadsFigures");
    }

    @Test
    void aRequestWithTheNamesOfATableIsSeen() {
        condemns(SINNERS_RULES.namesTheStandardsMembersInViewsOnly("compute"), "NewDoor.code");
    }

    @Test
    void aFailureThatNamesTheMemberOfATableIsSeen() {
        condemns(SINNERS_RULES.namesMembersAtFaultNeutrally("compute"), "RefusesByTable");
    }

    private static void condemns(ArchRule rule, String sinner) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(SINNERS))
                .withMessageContaining(sinner);
    }
}
