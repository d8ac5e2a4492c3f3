package org.computility.demo;

import java.util.List;
import java.util.Map;
import org.computility.client.TaskInfo;
import org.computility.client.TaskInfo.Rule;
import org.computility.demo.truth.MotionTruth;
import org.computility.demo.truth.Sighting;
import org.computility.demo.truth.SoilTruth;
import org.computility.demo.truth.Verdict;
import org.computility.runtime.media.synthetic.Scene;

/** One camera watched by one algorithm. */
record Watch(String deviceId, Scene scene, Algorithm algorithm) {

    /** As the platform wants to be told: one rule over the whole picture. */
    TaskInfo taskInfo(String url) {
        Map<String, Object> settings =
                switch (algorithm) {
                    case MOTION -> Map.of("RepeatAlarmintervalThreshold", 0.5);
                    case SOIL -> Map.of("ReportInterval", 2);
                };
        Rule rule = new Rule(null, null, algorithm.name(), null, settings);
        return TaskInfo.ofStream(algorithm.capability(), deviceId, url, List.of(rule));
    }

    /** What was there against what was found. */
    Verdict judge(List<Sighting> sightings) {
        return switch (algorithm) {
            case MOTION -> MotionTruth.judge(scene, sightings);
            case SOIL -> SoilTruth.judge(scene, sightings);
        };
    }
}
