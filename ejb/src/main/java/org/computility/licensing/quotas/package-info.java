/**
 * What authorization servers allow (T/BAX 0006.5 D.6): asked live, and once in a while so that dispatch knows without asking.
 *
 * <p>Not here: which servers there are (licensing.online), what licence files allow (licensing.offline), what runs and what may
 * start (planning.quotas).
 */
package org.computility.licensing.quotas;
