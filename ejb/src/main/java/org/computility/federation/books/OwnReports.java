package org.computility.federation.books;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;

/** What stands here of the caller's own organisation: the platform below compares it with what it told. */
@Stateless
public class OwnReports {

    @Inject
    Books books;

    @Inject
    CurrentCaller caller;

    /** Each month of which there are reports, the first first. */
    public List<MonthTotal> months() {
        return books.all(caller.require(Role.READERS).organisationId()).stream()
                .collect(Collectors.groupingBy(ReportEntry::month, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(month -> MonthTotal.of(month.getKey(), month.getValue()))
                .toList();
    }

    /** The reports of a month, by center. */
    public List<ReportEntry> month(String month) {
        return books.ofMonth(caller.require(Role.READERS).organisationId(), month);
    }
}
