/**
 * How much of a capability's licences is in use, over REST (T/BAX 0006.5 D.6 and E.5).
 *
 * <p>Not here: authorization servers and licence files (licensing.rest), what quotas mean (planning.quotas).
 */
package org.computility.planning.quotas.rest;
