package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireRulesTest {

    private static final String ROOT = "org.computility";
    private static final String SINNERS = ROOT + ".architecture.sinners";

    private final WireRules rules = new WireRules(ROOT);
    private final WireRules sinnersRules = new WireRules(SINNERS);
    private final JavaClasses business =
            new ClassFileImporter().importPaths(Modules.PROJECT.resolve("ejb").resolve("target/classes"));
    private final JavaClasses sinners = new ClassFileImporter().importPackages(SINNERS);

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomKnowsJsonInItsDocumentsOnly(String room) {
        rules.keepsJsonInDocuments(room).check(business);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void onlyViewsNameTheMembersOfAStandard(String room) {
        rules.namesTheStandardsMembersInViewsOnly(room).check(business);
    }

    @Test
    void aRoomThatReadsJsonIsSeen() {
        condemns(sinnersRules.keepsJsonInDocuments("planning"), "ReadsJson");
    }

    @Test
    void aRequestThatNamesMembersIsSeen() {
        condemns(sinnersRules.namesTheStandardsMembersInViewsOnly("planning"), "NewGate.name");
    }

    static Set<String> rooms() {
        return WireRules.ROOMS.keySet();
    }

    private void condemns(ArchRule rule, String sinner) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(sinners))
                .withMessageContaining(sinner);
    }
}
