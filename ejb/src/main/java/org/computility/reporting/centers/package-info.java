/**
 * Computing centers as organisations report them (TC609 A.5 to A.7): what they are called, where they stand, of which kind they
 * are.
 *
 * <p>Not here: centers that run jobs for this platform (the room {@code centers}), their figures of a month (reports).
 */
package org.computility.reporting.centers;
