package org.computility.audit;

import java.util.Optional;
import java.util.UUID;

/** Who may read the trail. The identity room implements this: the audit room must not call it. */
public interface AuditReaders {

    /** The organisation to whose records the caller is confined; empty: sees all. Throws Denied for other callers. */
    Optional<UUID> confinement();
}
