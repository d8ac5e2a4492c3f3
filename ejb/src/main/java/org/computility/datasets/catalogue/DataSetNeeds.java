package org.computility.datasets.catalogue;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.computility.datasets.ContentNeeds;

/** Data sets need their bytes. */
@ApplicationScoped
public class DataSetNeeds implements ContentNeeds {

    @EJB
    DataSetCatalogue catalogue;

    @Override
    public Set<String> among(Collection<String> sha256s) {
        return catalogue.contentsAmong(sha256s);
    }
}
