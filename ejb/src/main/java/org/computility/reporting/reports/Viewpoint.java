package org.computility.reporting.reports;

import java.util.UUID;

/**
 * Who looks at reports, and at what time.
 *
 * @param scope the organisation whose reports are seen; null: those of all
 * @param once whether a month that two centers report is told once, since one counted as the other then
 * @param knownOn the point of knowledge
 */
record Viewpoint(UUID scope, boolean once, long knownOn) {}
