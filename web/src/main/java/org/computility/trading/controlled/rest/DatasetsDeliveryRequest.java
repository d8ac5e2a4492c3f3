package org.computility.trading.controlled.rest;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.List;
import org.computility.shared.StandardTime;
import org.computility.trading.controlled.NewPolicy;
import org.computility.trading.licences.LicenceView;

/** Controlled data to deliver (T/AI 123.12 tables A.48 to A.50). Clauses are read by hand: an unknown one is no member to ignore. */
public record DatasetsDeliveryRequest(
        LicenceView licenses,
        @JsonbProperty("dataID") String dataId,
        String policyName,
        List<RelatedUser> relUsers,
        String startDate,
        String endDate,
        List<JsonObject> useScenes) {

    /** Table A.49. */
    public record RelatedUser(String userId, String userName, int isGroup) {

        NewPolicy.NewUser user() {
            return new NewPolicy.NewUser(userId, userName, isGroup == 1);
        }
    }

    NewPolicy policy() {
        return new NewPolicy(
                dataId,
                policyName,
                relUsers.stream().map(RelatedUser::user).toList(),
                time("startDate", startDate),
                time("endDate", endDate),
                new SceneReader().scenes(useScenes));
    }

    private static Instant time(String member, String text) {
        return text == null || text.isEmpty() ? null : StandardTime.parse(member, text);
    }
}
