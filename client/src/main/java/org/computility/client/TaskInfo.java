package org.computility.client;

import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;

/** {@code AlgoTaskInfo}: one stream (or file, or image source), the capability to run on it, and the rules. */
public record TaskInfo(
        @JsonbProperty("ID") String id,
        @JsonbProperty("AlgoDefCode") String algoDefCode,
        @JsonbProperty("DeviceID") String deviceId,
        @JsonbProperty("Priority") Integer priority,
        @JsonbProperty("RulesParams") List<Rule> rules,
        @JsonbProperty("StreamOptions") StreamOptions streamOptions,
        @JsonbProperty("Labels") Map<String, String> labels,
        @JsonbProperty("Status") String status,
        @JsonbProperty("TaskID") Long taskId) {

    /** A rule with no areas looks at the whole picture. */
    public record Rule(
            @JsonbProperty("Areas") List<Area> areas,
            @JsonbProperty("Masks") List<Area> masks,
            @JsonbProperty("EventID") String eventId,
            @JsonbProperty("ResultReceiveUrl") List<String> resultReceiveUrls,
            @JsonbProperty("ExtendParams") Map<String, Object> extendParams) {}

    /** A polygon. */
    public record Area(
            @JsonbProperty("AreaID") int id,
            @JsonbProperty("AreaType") String type,
            @JsonbProperty("Points") List<Point> points) {

        /** An upright rectangle in relative coordinates, 0 to 1. */
        public static Area rectangle(int id, double left, double top, double right, double bottom) {
            return new Area(
                    id,
                    "POLYGON",
                    List.of(
                            new Point(left, top),
                            new Point(right, top),
                            new Point(right, bottom),
                            new Point(left, bottom)));
        }
    }

    /** Relative coordinates, 0 to 1, from the upper left corner. */
    public record Point(
            @JsonbProperty("PointX") double x,
            @JsonbProperty("PointY") double y) {}

    /** Where the pictures come from. */
    public record StreamOptions(
            @JsonbProperty("VideoStreamOptions") VideoStreamOptions video) {}

    /** {@code playType} is REALPLAY for live video, PLAYBACK for recorded. */
    public record VideoStreamOptions(
            @JsonbProperty("PlayType") String playType,
            @JsonbProperty("Url") String url) {}

    /** Live video. */
    public static TaskInfo ofStream(String algoDefCode, String deviceId, String url, List<Rule> rules) {
        StreamOptions options = new StreamOptions(new VideoStreamOptions("REALPLAY", url));
        return new TaskInfo(null, algoDefCode, deviceId, null, rules, options, null, null, null);
    }
}
