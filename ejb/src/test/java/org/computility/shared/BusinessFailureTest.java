package org.computility.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusinessFailureTest {

    private static final Member PAGE_SIZE = new Member("pageSize");

    @Test
    void eachRefusalKnowsItsStatus() {
        assertThat(List.of(
                        new Rejected("c", "m"),
                        new Unauthenticated("c", "m"),
                        new PaymentDue("c", "m"),
                        new Denied("c", "m"),
                        new NotFound("c", "m"),
                        new Conflict("c", "m"),
                        new Throttled("c", "m", Duration.ofSeconds(3)),
                        new Unavailable("c", "m")))
                .extracting(BusinessFailure::status)
                .containsExactly(400, 401, 402, 403, 404, 409, 429, 503);
    }

    @Test
    void onlyWhatIsThrottledSaysWhenToTryAgain() {
        assertThat(new Throttled("c", "m", Duration.ofSeconds(3)).retryAfter()).contains(Duration.ofSeconds(3));
        assertThat(new Unavailable("c", "m").retryAfter()).isEmpty();
    }

    @Test
    void aNeutralMemberIsSpeltWhereverItStands() {
        BusinessFailure failure = new Rejected("page-size-invalid", PAGE_SIZE, "{member} is a number.");

        assertThat(failure.member(name -> "PageSize")).isEqualTo("PageSize");
        assertThat(failure.message(name -> "PageSize")).isEqualTo("PageSize is a number.");
    }

    @Test
    void whoDoesNotSpellReadsTheNeutralName() {
        BusinessFailure failure = new Rejected("page-size-invalid", PAGE_SIZE, "{member} is a number.");

        assertThat(failure.member()).isEqualTo("pageSize");
        assertThat(failure).hasMessage("pageSize is a number.");
    }

    @Test
    void aMemberAsATableSpellsItStaysAsItIs() {
        BusinessFailure failure = new Rejected("member-invalid", "Env.pageSize", "{member} is a number.");

        assertThat(failure.member(name -> "other")).isEqualTo("Env.pageSize");
        assertThat(failure.message(name -> "other")).isEqualTo("Env.pageSize is a number.");
    }

    @Test
    void whereNoMemberIsAtFaultNothingIsSpelt() {
        BusinessFailure failure = new Conflict("c", "{member} stays.");

        assertThat(failure.member(name -> "other")).isNull();
        assertThat(failure.message(name -> "other")).isEqualTo("{member} stays.");
    }

    @Test
    void aPageOutOfBoundsIsRefusedByItsNeutralName() {
        assertThatThrownBy(() -> new PageRequest(0, 10, List.of())).hasMessage("page counts from 1.");
        assertThatThrownBy(() -> new PageRequest(1, 1001, List.of())).hasMessage("pageSize is between 1 and 1000.");
    }
}
