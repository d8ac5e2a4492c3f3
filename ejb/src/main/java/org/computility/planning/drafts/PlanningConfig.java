package org.computility.planning.drafts;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Settings of the room. */
@ApplicationScoped
class PlanningConfig {

    /** {@code COMPUTILITY_MEDIA_DIR}: the folder under which {@code file:} inputs may lie on nodes; absent: none may. */
    Optional<Path> mediaFolder() {
        return ConfigProvider.getConfig()
                .getOptionalValue("computility.media.dir", String.class)
                .map(Path::of);
    }
}
