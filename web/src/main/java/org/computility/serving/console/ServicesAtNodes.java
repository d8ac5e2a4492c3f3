package org.computility.serving.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.computility.compute.console.ServiceTallies;
import org.computility.serving.watching.NodeServices;
import org.computility.serving.watching.ServiceCount;

/** Counts services for the list of nodes. */
@ApplicationScoped
public class ServicesAtNodes implements ServiceTallies {

    @EJB
    private NodeServices services;

    @Override
    public Map<String, Tally> at(Collection<String> codes) {
        return services.counts(codes).stream()
                .collect(Collectors.toMap(
                        ServiceCount::computeCode, count -> new Tally(count.services(), count.failed())));
    }
}
