package org.computility.identity.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The names of organisations, for rooms that are told one beside an ID. Callers have checked who may know it. */
@Stateless
public class OrganisationNames {

    @Inject
    Organisations organisations;

    public Optional<String> of(UUID id) {
        return organisations.find(id).map(Organisation::view).map(OrganisationView::name);
    }
}
