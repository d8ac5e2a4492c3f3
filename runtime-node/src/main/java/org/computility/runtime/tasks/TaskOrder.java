package org.computility.runtime.tasks;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.Capability;
import org.computility.runtime.JsonMembers;
import org.computility.runtime.Refusal;
import org.computility.runtime.tasks.rules.Rule;

/**
 * A task as the platform asked for it, checked.
 *
 * @param limit it ends by itself after this time; null: no limit
 * @param urls where its media are; several are taken one after the other
 * @param imageInterval for still images: the time between two looks at all of them; zero: one look
 */
record TaskOrder(
        String taskId,
        String serviceId,
        Capability capability,
        TaskType type,
        Duration limit,
        List<String> urls,
        Duration imageInterval,
        String deviceId,
        List<Rule> rules) {

    private static final long LONGEST = 10L * 366 * 86_400;

    static TaskOrder of(JsonObject body, AlgoPackage algoPackage) throws Refusal {
        JsonMembers task = new JsonMembers(body);
        JsonMembers info = task.group("TaskInfo");
        Capability capability = capability(task, algoPackage);
        TaskType type = type(task, capability);
        double limit = task.number("DurationLimit", 0.1, LONGEST, 0);
        return new TaskOrder(
                task.text("TaskID"),
                task.text("AlgoServiceID"),
                capability,
                type,
                limit == 0 ? null : Duration.ofMillis((long) (limit * 1000)),
                urls(info, type),
                imageInterval(info, type),
                info.text("DeviceID", null),
                Rule.all(info, capability));
    }

    private static Capability capability(JsonMembers task, AlgoPackage algoPackage) throws Refusal {
        String code = task.text("AlgoDefCode");
        return algoPackage
                .capability(code)
                .orElseThrow(() -> task.invalid("AlgoDefCode", code + " is no capability of this service"));
    }

    private static TaskType type(JsonMembers task, Capability capability) throws Refusal {
        String type = task.text("Type");
        if (!capability.taskTypes().contains(type)) {
            throw task.invalid("Type", type + " is not among " + capability.taskTypes());
        }
        return TaskType.valueOf(type);
    }

    private static List<String> urls(JsonMembers info, TaskType type) throws Refusal {
        JsonMembers stream = info.group("StreamOptions").group("VideoStreamOptions");
        if (type == TaskType.VIDEO_REALTIME) {
            return List.of(stream.text("Url"));
        }
        JsonMembers own = type == TaskType.IMAGE_REALTIME ? info.group("ImageOptions") : info.group("FileOptions");
        JsonMembers media = own.has("Url") || own.has("Urls") ? own : stream;
        List<String> urls = media.texts("Urls");
        // As at the platform, which checks no Urls beside a Url.
        if (urls.isEmpty() || !media.text("Url", "").isEmpty()) {
            return List.of(media.text("Url"));
        }
        if (urls.contains("")) {
            throw media.invalid("Urls", "holds an empty text");
        }
        return urls;
    }

    private static Duration imageInterval(JsonMembers info, TaskType type) throws Refusal {
        if (type != TaskType.IMAGE_REALTIME) {
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) (1000 * info.group("ImageOptions").number("Interval", 0, 86_400, 0)));
    }
}
