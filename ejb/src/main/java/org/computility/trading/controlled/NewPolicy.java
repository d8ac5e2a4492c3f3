package org.computility.trading.controlled;

import java.time.Instant;
import java.util.List;

/**
 * Who may use controlled data, when and how (T/AI 123.12 table A.48).
 *
 * @param startsAt null: from now on
 * @param endsAt null: as long as the licence
 */
public record NewPolicy(
        String dataId, String name, List<NewUser> users, Instant startsAt, Instant endsAt, List<NewScene> scenes) {

    public NewPolicy {
        users = List.copyOf(users);
        scenes = List.copyOf(scenes);
    }

    /**
     * Table A.49.
     *
     * @param id of an account, its ID or user name; of a group, that of an organisation
     * @param name of the account, its user name; of a group, that of the organisation
     */
    public record NewUser(String id, String name, boolean group) {}
}
