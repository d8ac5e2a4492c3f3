package org.computility.reporting.batch;

import org.computility.reporting.figures.Figures;

/** What the platform knows of a center's month. */
record KnownMonth(int centerId, Figures figures) {}
