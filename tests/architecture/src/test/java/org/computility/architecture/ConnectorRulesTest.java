package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ConnectorRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter().importPaths(Modules.classes());
    private static final ConnectorRules RULES = new ConnectorRules("org.computility");

    private static final String SINNERS_ROOT = "org.computility.architecture.sinners";
    private static final JavaClasses SINNERS = new ClassFileImporter().importPackages(SINNERS_ROOT);
    private static final ConnectorRules SINNERS_RULES = new ConnectorRules(SINNERS_ROOT);

    @Test
    void whatAllSidesShareUsesNone() {
        RULES.sharedPackagesUseNoSide().check(HOUSE);
    }

    @Test
    void noSideUsesAnother() {
        RULES.sidesUseNoOtherSide().check(HOUSE);
    }

    @Test
    void sharedHttpMayNotKnowASide() {
        condemns(SINNERS_RULES.sharedPackagesUseNoSide(), "KnowsASide");
    }

    @Test
    void aSideMayNotKnowAnother() {
        condemns(SINNERS_RULES.sidesUseNoOtherSide(), "JobSide");
    }

    private static void condemns(ArchRule rule, String sinner) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(SINNERS))
                .withMessageContaining(sinner);
    }
}
