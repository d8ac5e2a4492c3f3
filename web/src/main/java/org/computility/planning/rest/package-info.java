/**
 * Task plans and task instances over REST (T/BAX 0006.5 annex C), and the runs of a plan's instances.
 *
 * <p>Not here: how the tables that come in are read (reading), the rules of plans (room {@code planning}).
 */
package org.computility.planning.rest;
