/**
 * From frames to an algorithm: frames are cut and labelled, a program learns from them as a job, what it leaves is examined and packed.
 *
 * <p>Not here: the program (trainer), what happens to the package (demo), its sale ({@code market}).
 */
package org.computility.demo.loop;
