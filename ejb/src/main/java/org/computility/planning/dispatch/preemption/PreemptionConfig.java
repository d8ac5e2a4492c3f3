package org.computility.planning.dispatch.preemption;

import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param allowed {@code COMPUTILITY_PREEMPTION}, default true: instances of higher priority may take the places of running
 *     instances of lower priority
 */
record PreemptionConfig(boolean allowed) {

    static PreemptionConfig current() {
        return from(Settings.ofServer());
    }

    static PreemptionConfig from(Settings settings) {
        return new PreemptionConfig(settings.flag("computility.preemption", true));
    }
}
