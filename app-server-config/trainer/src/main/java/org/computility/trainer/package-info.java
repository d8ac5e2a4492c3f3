/**
 * A program that learns to tell pictures apart and leaves an ONNX graph: what the demo runs as a training job.
 *
 * <p>Not here: cutting the pictures, running the job, and running the graph ({@code demo}, {@code runtime}).
 */
package org.computility.trainer;
