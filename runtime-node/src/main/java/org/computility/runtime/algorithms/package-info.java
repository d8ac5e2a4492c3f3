/**
 * The two algorithms that the project brings, drawn as ONNX graphs and packed while the project is built.
 *
 * <p>Not here: running a graph ({@code inference}), judging what it says ({@code tasks}).
 */
package org.computility.runtime.algorithms;
