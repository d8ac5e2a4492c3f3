package org.computility.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

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

    /** A class that only carries definitions is never called. */
    private static DescribedPredicate<JavaClass> haveMethods() {
        return DescribedPredicate.describe(
                "have methods", type -> !type.getMethods().isEmpty());
    }
}
