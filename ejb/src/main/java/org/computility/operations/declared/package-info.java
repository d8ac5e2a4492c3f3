/**
 * Jobs that people and the clock start, as the rooms above declare them: name, parameters, who may start one, and when.
 *
 * <p>Not here: what a declared job does (the room that declares it), runs that have begun (operations), runs that a room
 * starts by itself, such as an inspection's (that room, through {@code BatchRuns}).
 */
package org.computility.operations.declared;
