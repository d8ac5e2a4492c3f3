package org.computility.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.computility.audit.AuditReaders;

/** Administrators read the whole trail, auditors that of their organisation. */
@RequestScoped
public class TrailReaders implements AuditReaders {

    @Inject
    private CurrentCaller current;

    @Override
    public Optional<UUID> confinement() {
        return Optional.ofNullable(
                current.require(Role.ADMINISTRATOR, Role.AUDITOR).scope());
    }
}
