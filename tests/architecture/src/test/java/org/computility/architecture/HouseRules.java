package org.computility.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;

/** The rules, for the packages below a root, so that the same rules can be shown planted sinners. */
final class HouseRules {

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    ArchRule usesOnlyTheRoomsBelow(String room) {
        String[] forbidden = RoomMap.forbiddenTo(room).stream()
                .map(other -> root + "." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + room + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .allowEmptyShould(RoomMap.forbiddenTo(room).isEmpty())
                .because("arrows go down; news travels up as CDI events");
    }

    ArchRule hidesEntities() {
        return classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .because("a room is entered through its session beans and views");
    }

    ArchRule keepsTheDatabaseInTheRooms() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + "..rest..", root + "..console..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql.."))
                .because("a resource or page calls one session bean and nothing below it");
    }

    ArchRule keepsHttpOutOfTheRooms() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + "..rest..", root + "..console..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "jakarta.faces..", "jakarta.servlet.."))
                .because("a room is also called by batch jobs, timers and messages");
    }

    ArchRule namesResources() {
        return classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .andShould()
                .resideInAPackage("..rest..");
    }

    ArchRule namesPages() {
        return classes()
                .that()
                .areAnnotatedWith(Named.class)
                .and()
                .resideInAPackage(root + "..console..")
                .should()
                .haveSimpleNameEndingWith("Page");
    }

    ArchRule avoidsEmptyWords() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO)")
                .because("a class is named by the business word it stands for");
    }

    ArchRule letsSessionBeansBeCalled() {
        return methods()
                .that()
                .areDeclaredInClassesThat(areSessionBeans())
                .and(areCalledByOthers())
                .should()
                .bePublic()
                .because("servers refuse other methods through a session bean's reference");
    }

    ArchRule hasNoCyclesWithin(String room) {
        return slices().matching(root + "." + room + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> areSessionBeans() {
        return DescribedPredicate.describe(
                "are session beans",
                type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class));
    }

    private static DescribedPredicate<JavaMethod> areCalledByOthers() {
        return DescribedPredicate.describe(
                "are called from outside their class",
                method -> !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.PRIVATE)
                        && !method.isAnnotatedWith(PostConstruct.class)
                        && !method.isAnnotatedWith(PreDestroy.class)
                        && !method.isAnnotatedWith(Schedule.class)
                        && !method.isAnnotatedWith(Timeout.class)
                        && method.getAccessesToSelf().stream()
                                .anyMatch(access -> !access.getOriginOwner().equals(method.getOwner())));
    }
}
