/**
 * Which of the two containers runs a class that a build deploys once only.
 *
 * <p>Not here: the turns of the system tests among three servers ({@code tests/system}).
 */
package org.computility.container.turns;
