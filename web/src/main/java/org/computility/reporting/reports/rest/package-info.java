/**
 * Month reports over HTTP (TC609 A.8, A.9), and what the platform itself adds: their states by the point of knowledge, comparisons, reviews.
 *
 * <p>Not here: projects and centers (reporting.rest), the rules (reporting.reports).
 */
package org.computility.reporting.reports.rest;
