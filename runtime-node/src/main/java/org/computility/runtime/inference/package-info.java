/**
 * Graphs loaded into ONNX Runtime and run frame by frame.
 *
 * <p>Not here: where frames come from ({@code media}), what a grid of cells means to a rule ({@code tasks}).
 */
package org.computility.runtime.inference;
