package org.computility.trading.subscription.catalogue;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.computility.trading.subscription.ServicePublished;

/** Has everything found that is published, in the transaction that publishes it. */
@Dependent
class ServiceEntrance {

    @Inject
    ServiceDescriptions descriptions;

    void enter(@Observes ServicePublished published) {
        descriptions.session().insert(ServiceDescription.of(published.publishId(), published.resourceId()));
    }
}
