package org.computility.licensing.offline;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.computility.datasets.ContentNeeds;

/** Licence files need their bytes. */
@ApplicationScoped
public class LicenceNeeds implements ContentNeeds {

    @EJB
    LicenceRegister licences;

    @Override
    public Set<String> among(Collection<String> sha256s) {
        return licences.contentsAmong(sha256s);
    }
}
