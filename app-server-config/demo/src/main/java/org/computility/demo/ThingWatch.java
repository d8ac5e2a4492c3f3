package org.computility.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.computility.client.Results.Result;
import org.computility.client.TaskInfo;
import org.computility.client.TaskInfo.Area;
import org.computility.client.TaskInfo.Rule;
import org.computility.demo.loop.Frames;
import org.computility.demo.loop.TrainedModel;
import org.computility.demo.stage.Screen;
import org.computility.demo.truth.ThingTruth;
import org.computility.demo.truth.Verdict;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;

/** A plan that looks with the trained algorithm at the two cameras that it has not learned from. */
final class ThingWatch {

    /** Often, so that a thing is told several times as it passes. */
    private static final double INTERVAL = 0.2;

    private final PlanWatch plans;
    private final Cameras cameras;
    private final Screen screen;
    private final ThingExam exam;

    /** A camera with the areas that are looked at. */
    private record View(String deviceId, Scene scene, List<Box> areas) {

        TaskInfo taskInfo(String url) {
            List<Area> areas = new ArrayList<>();
            for (Box each : areas()) {
                areas.add(Area.rectangle(
                        areas.size(), each.x(), each.y(), each.x() + each.width(), each.y() + each.height()));
            }
            Rule rule = new Rule(areas, null, "THING", null, Map.of("ReportInterval", INTERVAL));
            return TaskInfo.ofStream(TrainedModel.CAPABILITY, deviceId, url, List.of(rule));
        }
    }

    ThingWatch(PlanWatch plans, Cameras cameras, Screen screen, ThingExam exam) {
        this.plans = plans;
        this.cameras = cameras;
        this.screen = screen;
        this.exam = exam;
    }

    /** Has a plan look at the two other cameras with it; true when all that it tells is true. */
    boolean watch() {
        List<View> views = views();
        long plan = plans.startInspection(
                "Things",
                views.stream()
                        .map(view -> view.taskInfo(cameras.url(view.scene())))
                        .toList());
        plans.follow(plan);
        plans.awaitResults(plan, views.size());
        return compare(views, plans.resultsByDevice(plan));
    }

    private boolean compare(List<View> views, Map<String, List<Result>> results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("camera", "areas", "was there", "was told", ""));
        List<String> remarks = new ArrayList<>();
        boolean matches = true;
        for (View view : views) {
            Verdict verdict = ThingTruth.judge(
                    view.scene(),
                    view.areas(),
                    results.getOrDefault(view.deviceId(), List.of()).stream()
                            .map(ThingWatch::told)
                            .toList());
            matches &= verdict.matches();
            remarks.addAll(verdict.remarks());
            rows.add(List.of(
                    view.scene().name(),
                    "" + view.areas().size(),
                    verdict.there(),
                    verdict.found(),
                    verdict.matches() ? "ok" : "WRONG"));
        }
        screen.table(rows);
        remarks.forEach(screen::note);
        views.forEach(view -> view.areas().forEach(area -> exam.was(view.deviceId(), view.scene(), area)));
        return exam.passes(results.values().stream().flatMap(List::stream).toList()) && matches;
    }

    private static ThingTruth.Told told(Result result) {
        return new ThingTruth.Told(
                result.mediaTime(),
                result.data().getInt("areaId"),
                result.data().getString("class"));
    }

    /** The way of the late visitor at its middle and at its end, and a place where nothing is; and two places where nothing ever is. */
    private static List<View> views() {
        Scene visitor = DemoScenes.lateVisitor();
        List<Box> ofVisitor = new ArrayList<>();
        for (double second : List.of(6.5, 8.0)) {
            Box thing = visitor.boxesAt(second).get(0);
            ofVisitor.add(Frames.around(thing.x() + thing.width() / 2, thing.y() + thing.height() / 2));
        }
        ofVisitor.add(Frames.around(0.5, 0.8));
        List<Box> ofQuiet = List.of(Frames.around(0.6, 0.4), Frames.around(0.2, 0.2));
        return List.of(
                new View("11010800001320000004", visitor, ofVisitor),
                new View("11010800001320000006", DemoScenes.quiet(), ofQuiet));
    }
}
