package org.computility.planning.rules;

import java.nio.file.Path;
import java.util.Optional;
import org.computility.shared.Settings;

/**
 * Settings of the room.
 *
 * @param mediaFolder {@code COMPUTILITY_MEDIA_DIR}: the folder, an absolute path, under which {@code file:} inputs may lie on
 *     nodes; absent: none may
 */
record PlanningConfig(Optional<Path> mediaFolder) {

    PlanningConfig {
        if (mediaFolder.filter(folder -> !folder.isAbsolute()).isPresent()) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_MEDIA_DIR is an absolute path, unlike " + mediaFolder.get());
        }
    }

    static PlanningConfig current() {
        return from(Settings.ofServer());
    }

    static PlanningConfig from(Settings settings) {
        return new PlanningConfig(settings.find("computility.media.dir").map(Path::of));
    }
}
