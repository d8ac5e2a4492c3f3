package org.computility.trading.delivery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.computility.datasets.ContentNeeds;

/** Deliveries need their encrypted files. */
@ApplicationScoped
public class DeliveryNeeds implements ContentNeeds {

    @EJB
    DeliveryRecording recording;

    @Override
    public Set<String> among(Collection<String> sha256s) {
        return recording.filesAmong(sha256s);
    }
}
