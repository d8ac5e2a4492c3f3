package org.computility.architecture.sinners.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;

/** Sins by where its persistence unit is injected. */
@ApplicationScoped
public class HastyBean {

    @PersistenceUnit
    EntityManagerFactory entities;
}
