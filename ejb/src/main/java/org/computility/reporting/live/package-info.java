/**
 * What a reported center does now (TC609 B.1): its load and its scale, from the newest answers of its sources, summed.
 *
 * <p>Not here: which sources a center has (sources), who asks them and keeps what they say (the rooms {@code centers} and {@code
 * compute}), months (reports, closing).
 */
package org.computility.reporting.live;
