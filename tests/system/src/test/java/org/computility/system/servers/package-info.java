/**
 * The servers under test: install, start, kill and stop each of the three, and tell what they logged.
 *
 * <p>Not here: what tests ask of the platform that runs on them (org.computility.system).
 */
package org.computility.system.servers;
