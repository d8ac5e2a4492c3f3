package org.computility.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.client.Accounts.NewAccount;
import org.computility.client.BatchRuns;
import org.computility.client.ComputilityClient;
import org.computility.client.monitoring.Federation;
import org.computility.client.monitoring.MonthReports;
import org.computility.client.monitoring.MonthReports.State;
import org.computility.demo.stage.BatchJob;
import org.computility.demo.stage.Screen;
import org.computility.demo.stage.Secrets;

/** What the region has accepted is told to the nation, signed, and both have the same books then (TC609 clause 5). */
final class NationStory {

    private static final String REGION = "gansu";

    private final ComputilityClient region;
    private final ComputilityClient nation;
    private final URI address;
    private final Screen screen;

    /** Both as administrators. */
    NationStory(ComputilityClient region, ComputilityClient nation, URI address, Screen screen) {
        this.region = region;
        this.nation = nation;
        this.address = address;
        this.screen = screen;
    }

    /** Whether the nation has accepted the very figures of the region. */
    boolean tell() {
        String password = Secrets.password();
        UUID gansu = nation.accounts().foundOrganisation("Gansu").id();
        nation.accounts().open(new NewAccount(REGION, password, gansu, Set.of("PLATFORM"), null));
        region.federation().report(new Federation.NewUpper(address.toString(), REGION, password));
        screen.note("job push-reports: " + ran("push-reports").exitMessage());
        screen.note("job compare-books: " + ran("compare-books").status());
        List<State> here = reports(region);
        List<State> there = reports(nation);
        boolean equal = region.federation().comparison(null, 1, 1).equal();
        there.forEach(state -> screen.note("there: month " + state.reportMonth() + " of center " + state.centerId()
                + ", " + state.status() + ", said by " + state.doneBy() + ", SHA-256 "
                + state.hash().substring(0, 16) + "…"));
        boolean right = equal && hashes(here).equals(hashes(there));
        screen.note(
                right ? "The books of both are equal." : "The books are NOT equal: here " + here + ", there " + there);
        return right;
    }

    private BatchRuns.Run ran(String job) {
        return BatchJob.run(region, job, Map.of());
    }

    private static List<State> reports(ComputilityClient platform) {
        MonthReports reports = platform.monthReports();
        return reports.list(null, null, null, 1, 20).items();
    }

    private static List<String> hashes(List<State> states) {
        return states.stream().map(state -> state.status() + " " + state.hash()).toList();
    }
}
