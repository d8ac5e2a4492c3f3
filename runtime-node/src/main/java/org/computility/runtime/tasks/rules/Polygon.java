package org.computility.runtime.tasks.rules;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.computility.runtime.media.Box;

/** An area in relative coordinates, at least three points. */
public record Polygon(List<Point> points) {

    /** 0 to 1 from the upper left corner. */
    public record Point(double x, double y) {}

    public Polygon {
        points = List.copyOf(points);
    }

    /** The upright rectangle around it. */
    public Box surroundings() {
        Rectangle2D bounds = shape().getBounds2D();
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    public Path2D shape() {
        Path2D shape = new Path2D.Double();
        shape.moveTo(points.get(0).x(), points.get(0).y());
        for (Point each : points.subList(1, points.size())) {
            shape.lineTo(each.x(), each.y());
        }
        shape.closePath();
        return shape;
    }
}
