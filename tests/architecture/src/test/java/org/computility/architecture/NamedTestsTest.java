package org.computility.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests of one name lie in several rooms: a page may name the methods of each. */
class NamedTestsTest {

    @Test
    void aMethodMayBeInAnyTestOfThatName() throws IOException {
        Set<String> methods = Set.of(
                "`ServicesTest.aReplicaIsADeploymentBehindAService`",
                "`ServicesTest.aServiceRunsWhereServicesRunAndWhenItAnswers`",
                "`ServicesTest.anUnloadedServiceIsGoneAndCanBeLoadedWithAnotherPackage`",
                "`ServicesTest.readsOrLocksOnlyWhatRuns`");

        assertThat(NamedTests.missing(methods)).isEmpty();
    }

    @Test
    void aMethodThatNoneOfThemHasIsMissing() throws IOException {
        Set<String> none = Set.of("`ServicesTest.never`", "`NobodysTest`");

        assertThat(NamedTests.missing(none)).isEqualTo(none);
    }
}
