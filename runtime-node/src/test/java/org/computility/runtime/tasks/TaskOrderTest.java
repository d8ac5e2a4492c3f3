package org.computility.runtime.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.computility.runtime.JsonText;
import org.computility.runtime.Refusal;
import org.computility.runtime.tasks.rules.Polygon.Point;
import org.computility.runtime.tasks.rules.Rule;
import org.computility.runtime.tasks.rules.RuleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the platform may ask for in a task, and what is refused by its member. */
class TaskOrderTest {

    private static final String STREAM =
            "\"StreamOptions\":{\"VideoStreamOptions\":{\"Url\":\"rtsp://192.0.2.1/live\"}}";

    @Test
    void aTaskWithoutRulesWatchesTheWholePictureWithTheCapabilitysOwnSettings() throws Exception {
        TaskOrder order = order("VIDEO_REALTIME", STREAM);

        assertThat(order.taskId()).isEqualTo("t-1");
        assertThat(order.serviceId()).isEqualTo("s-1");
        assertThat(order.type()).isEqualTo(TaskType.VIDEO_REALTIME);
        assertThat(order.urls()).containsExactly("rtsp://192.0.2.1/live");
        assertThat(order.limit()).isNull();
        assertThat(order.deviceId()).isNull();
        assertThat(order.imageInterval()).isEqualTo(Duration.ZERO);
        assertThat(order.rules()).hasSize(1);
        Rule rule = order.rules().get(0);
        assertThat(rule.eventId()).isNull();
        assertThat(rule.receivers()).isEmpty();
        assertThat(rule.areas()).singleElement().satisfies(area -> {
            assertThat(area.id()).isZero();
            assertThat(area.polygon().points())
                    .containsExactly(new Point(0, 0), new Point(1, 0), new Point(1, 1), new Point(0, 1));
        });
        assertThat(rule.settings()).isEqualTo(new RuleSettings(1, 0, 1, 0, 2, 0.5));
    }

    @Test
    void everyMemberOfARuleIsTaken() throws Exception {
        TaskOrder order = order("VIDEO_REALTIME", STREAM + """
                ,"DeviceID":"camera-7","RulesParams":[{"EventID":"ILLEGAL_ADV",
                "Areas":[{"AreaID":4,"AreaType":"POLYGON","Points":[{"PointX":0,"PointY":0},{"PointX":1,"PointY":0},
                          {"PointX":0.5,"PointY":1}]},
                         {"Points":[{"PointX":0,"PointY":0},{"PointX":0.1,"PointY":0},{"PointX":0.1,"PointY":0.1}]}],
                "Masks":[{"Points":[{"PointX":0,"PointY":0},{"PointX":0.2,"PointY":0},{"PointX":0.2,"PointY":0.2}]}],
                "ResultReceiveUrl":["http://192.0.2.2/in","HTTPS://192.0.2.3:8443/in?key=1"],
                "ExtendParams":{"DurationThreshold":3,"RepeatAlarmintervalThreshold":60,"ScoreThreshold":0.4,
                                "ReportInterval":5,"AlertThreshold":0.2,"Sensitivity":"高","Unknown":[1]}},
                {"EventID":"OTHER"}]""");

        assertThat(order.deviceId()).isEqualTo("camera-7");
        assertThat(order.rules()).hasSize(2);
        Rule rule = order.rules().get(0);
        assertThat(rule.eventId()).isEqualTo("ILLEGAL_ADV");
        assertThat(rule.areas())
                .extracting(Rule.Area::id)
                .as("the second takes its place")
                .containsExactly(4, 1);
        assertThat(rule.masks()).hasSize(1);
        assertThat(rule.receivers())
                .containsExactly(URI.create("http://192.0.2.2/in"), URI.create("HTTPS://192.0.2.3:8443/in?key=1"));
        assertThat(rule.settings()).isEqualTo(new RuleSettings(0.5, 3, 60, 0.4, 5, 0.2));
        assertThat(order.rules().get(1).areas())
                .as("no areas: the whole picture")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            VIDEO_FILE     | "FileOptions":{"Url":"file:///a.mp4"}                                   | file:///a.mp4
            VIDEO_FILE     | "FileOptions":{"Urls":["file:///a.mp4","file:///b.mp4"]}                | file:///a.mp4 file:///b.mp4
            VIDEO_FILE     | "FileOptions":{"Url":"file:///a.mp4","Urls":["file:///b.mp4"]}          | file:///a.mp4
            VIDEO_FILE     | "FileOptions":{"Url":"","Urls":["file:///b.mp4"]}                       | file:///b.mp4
            VIDEO_FILE     | "FileOptions":{"Url":null},"StreamOptions":{"VideoStreamOptions":{"Url":"file:///s.mp4"}} | file:///s.mp4
            VIDEO_FILE     | "StreamOptions":{"VideoStreamOptions":{"Urls":["file:///s.mp4"]}}       | file:///s.mp4
            VIDEO_PLAYBACK | "StreamOptions":{"VideoStreamOptions":{"Url":"rtsp://h/rec"}}           | rtsp://h/rec
            IMAGE_REALTIME | "ImageOptions":{"Urls":["http://h/1.jpg","http://h/2.jpg"]}             | http://h/1.jpg http://h/2.jpg
            IMAGE_REALTIME | "FileOptions":{"Url":"file:///x"},"ImageOptions":{"Url":"file:///y"}    | file:///y
            """)
    void mediaStandWhereTheirTypeHasThem(String type, String info, String urls) throws Exception {
        assertThat(order(type, info).urls()).containsExactly(urls.split(" "));
    }

    @Test
    void picturesAreLookedAtOnceOrEveryInterval() throws Exception {
        String image = "\"ImageOptions\":{\"Url\":\"file:///y\"%s}";

        assertThat(order("IMAGE_REALTIME", image.formatted("")).imageInterval()).isEqualTo(Duration.ZERO);
        assertThat(order("IMAGE_REALTIME", image.formatted(",\"Interval\":2.5")).imageInterval())
                .isEqualTo(Duration.ofMillis(2500));
        assertThat(order("VIDEO_FILE", image.formatted(",\"Interval\":2.5") + "," + STREAM)
                        .imageInterval())
                .isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 100", "1, 1000", "3600.5, 3600500"})
    void aLimitIsInSeconds(String seconds, long millis) throws Exception {
        assertThat(parse(task("VIDEO_REALTIME", STREAM).replace("null", seconds))
                        .limit())
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "StreamOptions":7                                                    | StreamOptions is an object
            "StreamOptions":{"VideoStreamOptions":{}}                            | StreamOptions.VideoStreamOptions.Url is missing
            "StreamOptions":{"VideoStreamOptions":{"Url":""}}                    | StreamOptions.VideoStreamOptions.Url is missing
            "StreamOptions":{"VideoStreamOptions":{"Url":[]}}                    | StreamOptions.VideoStreamOptions.Url is a text
            @,"RulesParams":{}                                                   | RulesParams is a list
            @,"RulesParams":[7]                                                  | RulesParams is a list of objects
            @,"RulesParams":[{},{"Areas":7}]                                     | RulesParams[1].Areas is a list
            @,"RulesParams":[{"Areas":[{}]}]                                     | RulesParams[0].Areas[0].Points has at least three
            @,"RulesParams":[{"Areas":[{"AreaType":"LINE"}]}]                    | RulesParams[0].Areas[0].AreaType is POLYGON
            @,"RulesParams":[{"Areas":[{"AreaID":-1}]}]                          | RulesParams[0].Areas[0].AreaID is a number
            @,"RulesParams":[{"Masks":[{"Points":[{"PointX":2}]}]}]              | RulesParams[0].Masks[0].Points[0].PointX is a number
            @,"RulesParams":[{"Masks":[{"Points":[{"PointY":1e400}]}]}]          | RulesParams[0].Masks[0].Points[0].PointY is a number
            @,"RulesParams":[{"ResultReceiveUrl":"http://h/"}]                   | RulesParams[0].ResultReceiveUrl is a list
            @,"RulesParams":[{"ResultReceiveUrl":["file:///x"]}]                 | RulesParams[0].ResultReceiveUrl is an http
            @,"RulesParams":[{"ResultReceiveUrl":["http://h:99999/"]}]           | RulesParams[0].ResultReceiveUrl is an http
            @,"RulesParams":[{"ResultReceiveUrl":["http://"]}]                   | RulesParams[0].ResultReceiveUrl is an http
            @,"RulesParams":[{"ResultReceiveUrl":["/in"]}]                       | RulesParams[0].ResultReceiveUrl is an http
            @,"RulesParams":[{"ExtendParams":[]}]                                | RulesParams[0].ExtendParams is an object
            @,"RulesParams":[{"ExtendParams":{"ScoreThreshold":1.5}}]            | RulesParams[0].ExtendParams.ScoreThreshold is a number
            @,"RulesParams":[{"ExtendParams":{"ReportInterval":"2"}}]            | RulesParams[0].ExtendParams.ReportInterval is a number
            @,"RulesParams":[{"ExtendParams":{"Sensitivity":"much"}}]            | RulesParams[0].ExtendParams.Sensitivity is low
            @,"ExtendParams":{"DurationThreshold":-1}                            | ExtendParams.DurationThreshold is a number
            @,"DeviceID":7                                                       | DeviceID is a text
            """)
    void whatIsWrongIsNamedByItsPath(String info, String message) {
        assertThatThrownBy(() -> order("VIDEO_REALTIME", info.replace("@", STREAM)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(((Refusal) e).status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.05", "-1", "1e400", "\"5\"", "true"})
    void aLimitThatIsNoneIsRefused(String limit) {
        assertThatThrownBy(() -> parse(task("VIDEO_REALTIME", STREAM).replace("null", limit)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("DurationLimit is a number");
    }

    @Test
    void capabilityAndTypeAreThoseOfTheService() {
        assertThatThrownBy(() -> parse(task("VIDEO_REALTIME", STREAM).replace(SampleAlgorithm.CODE, "OTHER")))
                .isInstanceOf(Refusal.class)
                .hasMessage("AlgoDefCode OTHER is no capability of this service");
        assertThatThrownBy(() -> order("AUDIO", STREAM))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Type AUDIO is not among");
    }

    @ParameterizedTest
    @CsvSource({"low, 2", "LOW, 2", "低, 2", "medium, 1", "中, 1", "High, 0.5", "高, 0.5"})
    void sensitivityIsAFactorOnTheCellsThreshold(String given, double factor) throws Exception {
        TaskOrder order = order("VIDEO_REALTIME", STREAM + ",\"ExtendParams\":{\"Sensitivity\":\"" + given + "\"}");

        assertThat(order.rules().get(0).settings().cellFactor()).isEqualTo(factor);
    }

    @Test
    void aRulesSettingsComeFromTheCapabilityWhereItLeavesThemOut() throws Exception {
        List<TaskOrder> orders = List.of(
                TaskOrder.of(
                        json(task("VIDEO_FILE", STREAM)), SampleAlgorithm.with("STATISTICS", SampleAlgorithm.FIELDS)),
                TaskOrder.of(json(task("VIDEO_FILE", STREAM)), SampleAlgorithm.with("ALERT", SampleAlgorithm.FIELDS)));

        RuleSettings figures = orders.get(0).rules().get(0).settings();
        assertThat(figures).isEqualTo(new RuleSettings(2, 4, 30, 0, 2, -1));
        assertThat(figures.alerts()).as("a figure alone is no alarm").isFalse();
        RuleSettings alerts = orders.get(1).rules().get(0).settings();
        assertThat(alerts).isEqualTo(new RuleSettings(2, 4, 30, 0, 2, 0.5));
        assertThat(alerts.alerts()).isTrue();
    }

    private static TaskOrder order(String type, String info) throws Refusal {
        return parse(task(type, info));
    }

    private static TaskOrder parse(String text) throws Refusal {
        return TaskOrder.of(json(text), SampleAlgorithm.with("ALERT", List.of()));
    }

    private static String task(String type, String info) {
        return "{\"TaskID\":\"t-1\",\"AlgoServiceID\":\"s-1\",\"AlgoDefCode\":\"" + SampleAlgorithm.CODE
                + "\",\"Type\":\"" + type + "\",\"DurationLimit\":null,\"TaskInfo\":{" + info + "}}";
    }

    private static JsonObject json(String text) {
        return JsonText.object(text).orElseThrow();
    }
}
