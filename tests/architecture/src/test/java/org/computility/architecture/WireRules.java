package org.computility.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Map;
import java.util.Set;

/** Where the wire of a standard ends: in {@code .rest}, so that the console, a job and a test call a room as REST does. */
final class WireRules {

    /** Rooms that take records, each with those of its packages that hold open documents. */
    static final Map<String, Set<String>> ROOMS = Map.of("planning", Set.of("documents"));

    private final String root;

    WireRules(String root) {
        this.root = root;
    }

    ArchRule keepsJsonInDocuments(String room) {
        String[] documents = ROOMS.get(room).stream()
                .map(part -> root + "." + room + "." + part + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room + "..")
                .and()
                .resideOutsideOfPackages(documents)
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.json", "jakarta.json.stream..", "jakarta.json.spi.."))
                .because("a room takes records; whoever speaks JSON reads it before");
    }

    ArchRule namesTheStandardsMembersInViewsOnly(String room) {
        return fields().that()
                .areAnnotatedWith(JsonbProperty.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "." + room + "..")
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("View")
                .because("a view is the picture of a table; what comes in has plain names");
    }
}
