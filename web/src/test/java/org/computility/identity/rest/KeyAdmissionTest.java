package org.computility.identity.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.computility.algorithms.rest.AlgoDefResource;
import org.computility.identity.KeyScope;
import org.computility.jobs.training.rest.TrainingJobsResource;
import org.computility.shared.rest.NotAudited;
import org.computility.trading.subscription.rest.ApplicationsResource;
import org.junit.jupiter.api.Test;

class KeyAdmissionTest {

    @Test
    void thePartOfAnOperationIsThatOfTheDescription() {
        assertThat(KeyAdmission.part(method(TrainingJobsResource.class, "create")))
                .hasValue(KeyScope.JOBS);
        assertThat(KeyAdmission.part(method(ApplicationsResource.class, "publish")))
                .hasValue(KeyScope.MARKET);
        assertThat(KeyAdmission.part(method(KeysResource.class, "make"))).isEmpty();
        assertThat(KeyAdmission.part(method(AccountsResource.class, "open"))).isEmpty();
    }

    @Test
    void whatLeavesARecordChangesSomethingWhateverItsMethod() {
        assertThat(KeyAdmission.changes(method(KeysResource.class, "list"))).isFalse();
        assertThat(KeyAdmission.changes(method(KeysResource.class, "revoke"))).isTrue();
        assertThat(Stream.of(ApplicationsResource.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(GET.class)))
                .isNotEmpty()
                .allMatch(KeyAdmission::changes);
    }

    @Test
    void aSearchByPostChangesNothing() {
        assertThat(Stream.of(AlgoDefResource.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(NotAudited.class)))
                .isNotEmpty()
                .noneMatch(KeyAdmission::changes);
    }

    private static Method method(Class<?> resource, String name) {
        return Stream.of(resource.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
