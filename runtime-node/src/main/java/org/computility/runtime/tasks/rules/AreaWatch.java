package org.computility.runtime.tasks.rules;

import java.util.ArrayList;
import java.util.List;
import org.computility.algopackage.Capability;
import org.computility.algopackage.Model;
import org.computility.runtime.media.Box;

/** Watches one area of one rule from frame to frame: when a figure is due, when something has lasted long enough. */
public final class AreaWatch {

    /** A pause this short does not end an event. */
    private static final double GAP = 0.5;

    private final int areaId;
    private final RuleSettings settings;
    private final AreaCells area;
    private final double cellThreshold;
    private final boolean reportsFigures;
    private double begun = Double.NaN;
    private double lastSeen = Double.NaN;
    private double lastAlert = Double.NEGATIVE_INFINITY;
    private double lastFigure = Double.NEGATIVE_INFINITY;

    public AreaWatch(Rule rule, Rule.Area watched, Capability capability, Model.Grid output) {
        this.areaId = watched.id();
        this.settings = rule.settings();
        this.area = new AreaCells(output, watched.polygon(), rule.masks());
        this.cellThreshold = Math.min(1, output.cellThreshold() * settings.cellFactor());
        this.reportsFigures = capability.dataType().equals("STATISTICS");
    }

    /** What is to be reported at that second of the media. */
    public List<Finding> look(float[] cells, double second) {
        double share = area.share(cells);
        List<Finding> findings = new ArrayList<>(2);
        if (reportsFigures && second - lastFigure >= settings.reportInterval()) {
            lastFigure = second;
            findings.add(new Finding("STATISTICS", areaId, share, area.boxes(cells, cellThreshold), share));
        }
        if (settings.alerts()) {
            alert(cells, share, second, findings);
        }
        return findings;
    }

    /**
     * The stream begins anew: its clock starts at nought, and nothing is going on. Times between reports go on counting.
     *
     * @param second what the old clock would show now
     */
    public void restart(double second) {
        begun = Double.NaN;
        lastSeen = Double.NaN;
        lastAlert -= second;
        lastFigure -= second;
    }

    /** Forgets earlier reports: they have nothing to do with the frames that come now. */
    public void forgetReports() {
        lastAlert = Double.NEGATIVE_INFINITY;
        lastFigure = Double.NEGATIVE_INFINITY;
    }

    private void alert(float[] cells, double share, double second, List<Finding> findings) {
        List<Box> boxes = area.boxes(cells, cellThreshold);
        double score = reportsFigures ? share : area.peak(cells);
        if (boxes.isEmpty() || share < settings.alertThreshold() || score < settings.leastScore()) {
            if (second - lastSeen > GAP) {
                begun = Double.NaN;
            }
            return;
        }
        if (Double.isNaN(begun)) {
            begun = second;
        }
        lastSeen = second;
        if (second - begun >= settings.duration() && second - lastAlert >= settings.repeat()) {
            lastAlert = second;
            findings.add(new Finding("ALERT", areaId, score, boxes, share));
        }
    }
}
