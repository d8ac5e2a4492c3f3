package org.computility.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;

/** The connector's rules: every kind of runtime is a side in a package of its own, and what all sides share belongs to none. */
final class ConnectorRules {

    /** Packages of the connector that no side owns; every other one is a side. */
    private static final Set<String> SHARED = Set.of("", "http", "inbound", "outbound");

    private static final String NO_SIDE = "";

    private final String connector;

    ConnectorRules(String root) {
        this.connector = root + ".connector";
    }

    ArchRule sharedPackagesUseNoSide() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are shared by the sides of the connector", type -> isOfConnector(type) && !isOfASide(type)))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are of one side", this::isOfASide))
                .because("another kind of runtime is added beside, without touching what all share");
    }

    ArchRule sidesUseNoOtherSide() {
        return slices().assignedFrom(new Sides())
                .should()
                .notDependOnEachOther()
                .because("another kind of runtime is added beside, without touching those that are there");
    }

    private boolean isOfConnector(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(connector + ".");
    }

    private boolean isOfASide(JavaClass type) {
        return !NO_SIDE.equals(side(type));
    }

    private String side(JavaClass type) {
        if (!isOfConnector(type)) {
            return NO_SIDE;
        }
        String word =
                (type.getPackageName() + ".").substring(connector.length() + 1).split("\\.", 2)[0];
        return SHARED.contains(word) ? NO_SIDE : word;
    }

    private final class Sides implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return isOfASide(type) ? SliceIdentifier.of(side(type)) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "sides of the connector";
        }
    }
}
