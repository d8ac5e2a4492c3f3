package org.computility.algorithms.archives;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.datasets.ContentNeeds;

/** Packages need their bytes. */
@ApplicationScoped
public class PackageNeeds implements ContentNeeds {

    @Inject
    private AlgorithmPackages packages;

    @Override
    public Set<String> among(Collection<String> sha256s) {
        return packages.contentsAmong(sha256s);
    }
}
