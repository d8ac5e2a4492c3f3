package org.computility.planning.rest.reading;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.documents.NodeForm;
import org.computility.planning.documents.TaskDocument;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.shared.Rejected;

/**
 * Reads AlgoTaskInfos as leniently as the standard's own examples need: bare or wrapped; options beside the rules,
 * inside them, or beside the wrapped info. What the platform needs is read; the whole is kept as it came.
 */
enum AlgoTaskInfos {
    /** Infos of instances that are new, or known from elsewhere: an ID in them only repeats an answer. */
    OF_NEW,
    /** Infos of a list that becomes the plan's: an ID says which instance is changed. */
    OF_LIST;

    private static final int LONGEST_CODE = 127;
    private static final int LONGEST_DEVICE = 64;

    List<InstanceSpec> readAll(String member, JsonArray array) {
        List<InstanceSpec> specs = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            specs.add(read(member + "[" + i + "]", array.get(i)));
        }
        return specs;
    }

    InstanceSpec read(String member, JsonValue value) {
        JsonObject info = InfoForm.unwrapped(member, InfoMembers.object(member, value));
        String code = InfoMembers.text(member, info, "AlgoDefCode", LONGEST_CODE);
        UUID service = InfoMembers.pinned(member, info);
        Set<String> events = events(info);
        if (code == null && service == null && events.isEmpty()) {
            String missing = member + ".AlgoDefCode";
            throw new Rejected(
                    "member-missing",
                    missing,
                    missing
                            + " is missing: the capability to run, AlgoServiceID of a service that offers one only, or rules"
                            + " whose EventID one lists.");
        }
        InfoAddresses addresses = new InfoAddresses(member);
        JsonObject kept = InfoForm.kept(info);
        return new InstanceSpec(
                id(member, info),
                code,
                events,
                InfoMembers.text(member, info, "DeviceID", LONGEST_DEVICE),
                InfoMembers.priority(member, info.get("Priority")),
                service,
                addresses.inputs(NodeForm.of(kept)),
                addresses.receivers(info),
                TaskDocument.of(kept));
    }

    /** What the rules ask for; whether they are rules at all, nodes judge. */
    private static Set<String> events(JsonObject info) {
        Set<String> events = new LinkedHashSet<>();
        if (info.get("RulesParams") instanceof JsonArray rules) {
            for (JsonValue each : rules) {
                if (each instanceof JsonObject rule
                        && rule.get("EventID") instanceof JsonString event
                        && !event.getString().isEmpty()) {
                    events.add(event.getString());
                }
            }
        }
        return events;
    }

    private InstanceIds id(String member, JsonObject info) {
        String id = InfoMembers.id(member, info.get("ID"));
        return this == OF_NEW || id == null ? null : InstanceNames.one(member + ".ID", id);
    }
}
