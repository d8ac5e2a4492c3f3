/**
 * Who gets monitoring data from this platform on a timetable: the layers of operation and of scheduling (TC609 clauses 5.4 and
 * 5.5).
 *
 * <p>Not here: what became known when ({@code reporting.reports}); what centers do now ({@code reporting.live}); how parcels are
 * sent ({@code shared.outbound.parcels}).
 */
package org.computility.federation.subscribers;
