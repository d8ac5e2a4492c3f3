package org.computility.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The closed list of endings of CONTRIBUTING, where a test can hold it: what ends so is so. */
final class EndingRules {

    private final String root;
    private final HouseRules house;

    EndingRules(String root) {
        this.root = root;
        house = new HouseRules(root);
    }

    /** Of the rooms; the parts are those outside the console that end so all the same. */
    ArchRule keepsPagesInTheConsole(String... parts) {
        return classes()
                .that(areInRooms())
                .and()
                .haveSimpleNameEndingWith("Page")
                .and()
                .resideOutsideOfPackage(root + "..console..")
                .should(beOneOf(parts))
                .because("a page is what Faces shows; a page of a list is a List");
    }

    ArchRule keepsResourcesForRest() {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .beAnnotatedWith(Path.class)
                .because("a resource is one of JAX-RS");
    }

    private DescribedPredicate<JavaClass> areInRooms() {
        return DescribedPredicate.describe(
                "are in rooms", type -> RoomMap.rooms().contains(house.wing(type)));
    }

    private ArchCondition<JavaClass> beOneOf(String... names) {
        Set<String> allowed = Stream.of(names).map(name -> root + "." + name).collect(Collectors.toSet());
        return ArchCondition.from(
                DescribedPredicate.describe("be one of " + allowed, type -> allowed.contains(type.getName())));
    }
}
