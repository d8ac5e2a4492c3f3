/**
 * How long questions about month reports take among very many (TC609 A.9, and the platform's own lists).
 *
 * <p>Not here: reports that come in (ejb's tests, reporting.reports); load and times (load).
 */
package org.computility.benchmarks.reporting;
