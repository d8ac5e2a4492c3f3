package org.computility.runtime.tasks;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.computility.runtime.media.Box;

/** An area in relative coordinates, at least three points. */
record Polygon(List<Point> points) {

    /** 0 to 1 from the upper left corner. */
    record Point(double x, double y) {}

    Polygon {
        points = List.copyOf(points);
    }

    /** The upright rectangle around it. */
    Box surroundings() {
        Rectangle2D bounds = shape().getBounds2D();
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    Path2D shape() {
        Path2D shape = new Path2D.Double();
        shape.moveTo(points.get(0).x(), points.get(0).y());
        for (Point each : points.subList(1, points.size())) {
            shape.lineTo(each.x(), each.y());
        }
        shape.closePath();
        return shape;
    }
}
