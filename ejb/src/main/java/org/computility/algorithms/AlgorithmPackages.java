package org.computility.algorithms;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.computility.shared.NotFound;

/** The imported packages. */
@Stateless
public class AlgorithmPackages {

    @PersistenceContext(unitName = "computility")
    private EntityManager entities;

    /** The package with that ID, or 404 {@code package-unknown}. */
    public PackageView get(String id) {
        AlgorithmPackage found = entities.find(AlgorithmPackage.class, id);
        if (found == null) {
            throw new NotFound("package-unknown", "AlgoFilePackageID", "There is no algorithm package " + id + ".");
        }
        return found.view();
    }
}
