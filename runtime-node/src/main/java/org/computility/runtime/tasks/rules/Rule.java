package org.computility.runtime.tasks.rules;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.computility.algopackage.Capability;
import org.computility.algopackage.Model;
import org.computility.runtime.JsonMembers;
import org.computility.runtime.Refusal;
import org.computility.runtime.tasks.rules.Polygon.Point;

/**
 * One of a task's {@code RulesParams}.
 *
 * @param areas at least one; a rule without areas watches the whole picture as area 0
 * @param masks what is left out of every area
 * @param receivers who gets the results besides the platform
 */
public record Rule(String eventId, List<Area> areas, List<Polygon> masks, List<URI> receivers, RuleSettings settings) {

    private static final Polygon WHOLE =
            new Polygon(List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1), new Point(0, 1)));

    /** A part of the picture that is watched for itself. */
    public record Area(int id, Polygon polygon) {}

    public Rule {
        areas = List.copyOf(areas);
        masks = List.copyOf(masks);
        receivers = List.copyOf(receivers);
    }

    /** The rules of a task. Without any, one rule watches the whole picture as the capability usually does. */
    public static List<Rule> all(JsonMembers info, Capability capability) throws Refusal {
        List<Rule> rules = new ArrayList<>();
        for (JsonMembers each : info.groups("RulesParams")) {
            rules.add(new Rule(
                    each.text("EventID", null),
                    areas(each),
                    masks(each, capability),
                    each.httpAddresses("ResultReceiveUrl"),
                    RuleSettings.of(each.group("ExtendParams"), capability)));
        }
        if (rules.isEmpty()) {
            RuleSettings usual = RuleSettings.of(info.group("ExtendParams"), capability);
            rules.add(new Rule(null, wholePicture(), List.of(), List.of(), usual));
        }
        return rules;
    }

    private static List<Area> wholePicture() {
        return List.of(new Area(0, WHOLE));
    }

    private static List<Area> areas(JsonMembers rule) throws Refusal {
        List<Area> areas = new ArrayList<>();
        for (JsonMembers each : rule.groups("Areas")) {
            if (!each.text("AreaType", "POLYGON").equals("POLYGON")) {
                throw each.invalid("AreaType", "is POLYGON");
            }
            areas.add(new Area((int) each.number("AreaID", 0, 1_000_000, areas.size()), polygon(each)));
        }
        return areas.isEmpty() ? wholePicture() : areas;
    }

    private static List<Polygon> masks(JsonMembers rule, Capability capability) throws Refusal {
        List<Polygon> masks = new ArrayList<>();
        for (JsonMembers each : rule.groups("Masks")) {
            masks.add(polygon(each));
        }
        if (!masks.isEmpty() && capability.model().output() instanceof Model.Scores) {
            throw rule.invalid("Masks", "cannot be given to a capability that tells classes: it sees whole rectangles");
        }
        return masks;
    }

    private static Polygon polygon(JsonMembers area) throws Refusal {
        List<Point> points = new ArrayList<>();
        for (JsonMembers each : area.groups("Points")) {
            points.add(new Point(each.number("PointX", 0, 1, 0), each.number("PointY", 0, 1, 0)));
        }
        if (points.size() < 3) {
            throw area.invalid("Points", "has at least three points");
        }
        return new Polygon(points);
    }
}
