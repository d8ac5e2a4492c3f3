/**
 * The codes by which TC609 says where something is: provinces by GB/T 2260, clusters (annex D) and hubs (annex E). They are
 * data: a new code is a new row.
 *
 * <p>Not here: what lies there (projects, centers).
 */
package org.computility.reporting.places;
