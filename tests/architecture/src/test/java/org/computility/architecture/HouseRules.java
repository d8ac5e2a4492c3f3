package org.computility.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.RecordsItsChanges;

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

    ArchRule keepsKeysInOnePlace() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".shared.keys", root + ".connector.jobs.protocol.slurm")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.crypto..")
                .because("who signs or seals asks shared.keys; Argon2 and SM2, which Java does not have, lie in"
                        + " identity.passwords; the connector knows no room and signs a cluster's tokens itself");
    }

    ArchRule recordsChanges() {
        return methods()
                .that(answerAMethodThatChanges())
                .should()
                .beAnnotatedWith(Audited.class)
                .orShould()
                .beAnnotatedWith(NotAudited.class)
                .orShould()
                .beAnnotatedWith(RecordsItsChanges.class)
                .because("whether a call leaves an audit record is decided where the call is, in one visible line");
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
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO|Book|Table)")
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

    /** Payara looks them up by name alone, and may call another method of that name with the wrong arguments. */
    ArchRule namesCallbacksOnce() {
        return methods()
                .that()
                .areAnnotatedWith(PostConstruct.class)
                .or()
                .areAnnotatedWith(PreDestroy.class)
                .should(haveTheirNameAlone());
    }

    private static ArchCondition<JavaMethod> haveTheirNameAlone() {
        return new ArchCondition<>("have a name of their own in their class") {
            @Override
            public void check(JavaMethod callback, ConditionEvents events) {
                long namesakes = callback.getOwner().getMethods().stream()
                        .filter(method -> method.getName().equals(callback.getName()))
                        .count();
                if (namesakes > 1) {
                    events.add(SimpleConditionEvent.violated(callback, callback.getFullName() + " has a namesake."));
                }
            }
        };
    }

    ArchRule keepsInjectionOutOfMessageDrivenBeans() {
        return members()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(MessageDriven.class)
                .should()
                .notBeAnnotatedWith(Inject.class)
                .because("Payara, making one, grows a HashMap that REST requests read; @EJB does not");
    }

    ArchRule keepsPersistenceUnitsInSessionBeans() {
        return fields().that()
                .areAnnotatedWith(PersistenceUnit.class)
                .or()
                .areAnnotatedWith(PersistenceContext.class)
                .should()
                .beDeclaredInClassesThat(areSessionBeans())
                .because("WildFly starts other beans without waiting for the persistence unit, and refuses the"
                        + " application");
    }

    ArchRule hasNoCyclesWithin(String room) {
        return slices().assignedFrom(new SubRooms(root + "." + room))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    /** Words below the root that are neither a room nor an outbuilding. */
    Set<String> strangers(JavaClasses house) {
        Set<String> strangers = house.stream().map(this::wing).collect(Collectors.toCollection(TreeSet::new));
        strangers.removeAll(RoomMap.rooms());
        strangers.removeAll(RoomMap.OUTBUILDINGS);
        return strangers;
    }

    /** The first word after the root. */
    String wing(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.", 2)[0] : "";
    }

    /** Packages that more than one module has a part of, with the places. */
    static Map<String, Set<String>> dividedPackages(JavaClasses house) {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (JavaClass type : house) {
            modules.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>())
                    .add(type.getSource()
                            .map(source -> module(source.getUri(), type))
                            .orElseThrow());
        }
        modules.values().removeIf(places -> places.size() == 1);
        return modules;
    }

    private static String module(URI source, JavaClass type) {
        String path = source.toString();
        return path.substring(0, path.lastIndexOf(type.getPackageName().replace('.', '/')));
    }

    /** Each sub-room is a part, and so is what lies in the room itself. */
    private record SubRooms(String room) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (name.equals(room)) {
                return SliceIdentifier.of("itself");
            }
            return name.startsWith(room + ".")
                    ? SliceIdentifier.of(name.substring(room.length() + 1).split("\\.", 2)[0])
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "parts of " + room;
        }
    }

    private static DescribedPredicate<JavaClass> areSessionBeans() {
        return DescribedPredicate.describe(
                "are session beans",
                type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class));
    }

    private static DescribedPredicate<JavaMethod> answerAMethodThatChanges() {
        return DescribedPredicate.describe(
                "answer POST, PUT, PATCH or DELETE",
                method -> Stream.of(POST.class, PUT.class, PATCH.class, DELETE.class)
                        .anyMatch(method::isAnnotatedWith));
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
