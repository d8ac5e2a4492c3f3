package org.computility.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditTargetTest {

    @Test
    void fillsEveryGap() {
        assertThat(AuditTarget.of("package {ID} on compute {Code}!").filled(Map.of("ID", "7", "Code", "9")::get))
                .hasValue("package 7 on compute 9!");
    }

    @Test
    void needsNoGap() {
        assertThat(AuditTarget.of("everything").filled(name -> null)).hasValue("everything");
    }

    @Test
    void staysOpenWhereANameIsNotKnown() {
        assertThat(AuditTarget.of("package {ID} on compute {Code}").filled(Map.of("ID", "7")::get))
                .isEmpty();
    }

    @Test
    void takesTheFirstNameThatIsKnown() {
        AuditTarget target = AuditTarget.of("package {ID|Code}");

        assertThat(target.filled(Map.of("Code", "9")::get)).hasValue("package 9");
        assertThat(target.filled(Map.of("ID", "7", "Code", "9")::get)).hasValue("package 7");
        assertThat(target.names()).containsExactly("ID", "Code");
    }

    @Test
    void aValueMayLookLikeAGap() {
        assertThat(AuditTarget.of("plan {Name}").filled(Map.of("Name", "{Name} $1")::get))
                .hasValue("plan {Name} $1");
    }
}
