/**
 * Questions to platforms below: what their centers do now (TC609 B.1, B.2), with time-outs, and without waiting for the dead.
 *
 * <p>Not here: which platforms there are ({@code federation.lower}), how one is called ({@code federation.calls}).
 */
package org.computility.federation.live;
