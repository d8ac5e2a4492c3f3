package org.computility.shared.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Consumes;
import java.util.stream.Stream;
import org.computility.shared.rest.Audited;
import org.computility.shared.rest.NotAudited;
import org.computility.shared.rest.Open;
import org.computility.shared.rest.RecordsItsChanges;
import org.junit.jupiter.api.Test;

class IdempotencyFeatureTest {

    /** Methods of every kind; nobody calls them. */
    private interface Things {

        @Audited
        void change();

        @Audited
        @Open
        void introduce();

        @Audited
        @Consumes("application/x-www-form-urlencoded")
        void fillIn();

        @RecordsItsChanges
        void keepAlive();

        @NotAudited
        void search();

        void read();
    }

    /** The same, for everybody. */
    @Open
    private interface OpenThings {

        @Audited
        void changeOpenly();
    }

    @Test
    void onlyACallThatChangesSomethingForSomebodyKnownTakesAKey() {
        assertThat(Stream.of(Things.class, OpenThings.class)
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(IdempotencyFeature::takesKeys))
                .extracting(method -> method.getName())
                .containsExactly("change");
    }
}
