package org.computility.architecture;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** What keeps a singleton from failing for good. */
final class SingletonRules {

    private SingletonRules() {}

    static ArchRule makesSingletonsAtTheStart() {
        return classes()
                .that()
                .areAnnotatedWith(Singleton.class)
                .and(haveMethods())
                .should()
                .beAnnotatedWith(Startup.class)
                .because("a singleton whose first caller comes after a commit cannot be made on Payara,"
                        + " and a singleton that could not be made once is never made");
    }

    static ArchRule asksNoSingletonAfterACommit() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(observeAfterACommit())
                .should()
                .haveRawType(annotatedWith(Singleton.class))
                .because(
                        "a timer may commit before all singletons are made, and Payara makes none for who is told of the commit");
    }

    private static DescribedPredicate<JavaClass> observeAfterACommit() {
        return DescribedPredicate.describe(
                "observe after a commit",
                type -> type.getMethods().stream()
                        .flatMap(method -> method.getParameters().stream())
                        .flatMap(parameter -> parameter.tryGetAnnotationOfType(Observes.class).stream())
                        .anyMatch(observes -> observes.during() == TransactionPhase.AFTER_SUCCESS));
    }

    /** A class that only carries definitions is never called. */
    private static DescribedPredicate<JavaClass> haveMethods() {
        return DescribedPredicate.describe(
                "have methods", type -> !type.getMethods().isEmpty());
    }
}
