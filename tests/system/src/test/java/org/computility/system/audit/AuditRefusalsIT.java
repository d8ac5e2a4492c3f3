package org.computility.system.audit;

import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches of the trail that make no sense. */
@OnTheServer
@InTurn
class AuditRefusalsIT {

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, member-type, from",
        "from=2026-02-30T00:00:00Z, member-type, from",
        "to=2026-11-22, member-type, to",
        "outcome=good, member-type, outcome",
        "page=0, page-number-invalid, page",
        "page=one, member-type, page",
        "pageSize=0, page-size-invalid, pageSize",
        "pageSize=1001, page-size-invalid, pageSize",
        "pageSize=all, member-type, pageSize"
    })
    void aBadSearchIsRefusedByName(String query, String code, String member, Platform platform) {
        Refusals.check(platform.asAdmin().get("platform/v1/audit?" + query), 400, code, member);
    }
}
