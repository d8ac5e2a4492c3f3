package org.computility.runtime.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.computility.algopackage.Model;
import org.computility.runtime.Reason;

/** One stream's frames through a graph, with the state that the graph carries from frame to frame. Not thread-safe. */
public final class StreamInference implements AutoCloseable {

    private final Graph graph;
    private final Model model;
    private final ByteBuffer frame;
    private final OnnxTensor frameTensor;
    private final List<OnnxTensor> zeros = new ArrayList<>();
    private final Map<String, OnnxTensorLike> inputs = new HashMap<>();
    private final float[] floats;
    private OrtSession.Result last;

    StreamInference(Graph graph) throws InferenceException {
        this.graph = graph;
        this.model = graph.model();
        this.frame =
                ByteBuffer.allocateDirect(model.width() * model.height() * 3).order(ByteOrder.nativeOrder());
        this.floats = new float[model.output().size()];
        try {
            // The tensor is a view of the direct buffer: filling the buffer is all it takes to show the next frame.
            this.frameTensor = OnnxTensor.createTensor(
                    Graph.ENVIRONMENT, frame, new long[] {model.height(), model.width(), 3}, OnnxJavaType.UINT8);
            inputs.put(model.input(), frameTensor);
            for (Model.State each : model.state()) {
                zeros.add(zeros(each.input()));
            }
            reset();
        } catch (OrtException | RuntimeException e) {
            graph.release();
            throw new InferenceException(Reason.of(e), e);
        }
    }

    /** Where the next frame goes: {@code height × width × 3} bytes RGB, without padding. */
    public ByteBuffer frame() {
        return frame;
    }

    /** Forgets the frames before: for a stream that begins anew. */
    public void reset() {
        forgetLast();
        for (int i = 0; i < zeros.size(); i++) {
            inputs.put(model.state().get(i).input(), zeros.get(i));
        }
    }

    /** Runs the frame in {@link #frame()}; the array answered is overwritten by the next run. */
    public float[] run() throws InferenceException {
        try {
            OrtSession.Result result = graph.session().run(inputs);
            forgetLast();
            last = result;
            for (Model.State each : model.state()) {
                inputs.put(each.input(), state(each, (OnnxTensor)
                        result.get(each.output()).orElseThrow()));
            }
            output((OnnxTensor) result.get(model.output().tensor()).orElseThrow())
                    .get(floats);
            return floats;
        } catch (OrtException | RuntimeException e) {
            throw new InferenceException("The graph " + model.file() + " failed: " + Reason.of(e), e);
        }
    }

    /** What the next frame starts from; it has the shape that the first frame started from. */
    private OnnxTensor state(Model.State wanted, OnnxTensor kept) throws InferenceException {
        long[] begun = zeros.get(model.state().indexOf(wanted)).getInfo().getShape();
        long[] shape = kept.getInfo().getShape();
        if (!Arrays.equals(begun, shape)) {
            throw new InferenceException(
                    "its state %s is %s, but %s is %s"
                            .formatted(wanted.input(), Arrays.toString(begun), wanted.output(), Arrays.toString(shape)),
                    null);
        }
        return kept;
    }

    /** The grid's cells row by row, or the scores. Without this check, another grid of as many cells would be misread silently. */
    private FloatBuffer output(OnnxTensor tensor) throws InferenceException {
        Model.Output wanted = model.output();
        long[] shape = tensor.getInfo().getShape();
        long[] found = LongStream.of(shape).filter(extent -> extent != 1).toArray();
        long[] expected = wanted.extents().stream()
                .mapToLong(extent -> extent)
                .filter(extent -> extent != 1)
                .toArray();
        boolean inOneRow = shape.length == 1 && shape[0] == floats.length;
        if (!inOneRow && !Arrays.equals(found, expected)) {
            throw new InferenceException(
                    "%s is %s, not %s".formatted(wanted.tensor(), Arrays.toString(shape), words(wanted)), null);
        }
        return tensor.getFloatBuffer();
    }

    private static String words(Model.Output output) {
        return output instanceof Model.Grid grid
                ? "%d rows of %d columns".formatted(grid.rows(), grid.columns())
                : "%d scores".formatted(output.size());
    }

    @Override
    public void close() {
        forgetLast();
        zeros.forEach(OnnxTensor::close);
        frameTensor.close();
        graph.release();
    }

    private void forgetLast() {
        if (last != null) {
            last.close();
            last = null;
        }
    }

    private OnnxTensor zeros(String input) throws OrtException {
        TensorInfo info = (TensorInfo) graph.session().getInputInfo().get(input).getInfo();
        int count = 1;
        for (long extent : info.getShape()) {
            count = Math.multiplyExact(count, Math.toIntExact(extent));
        }
        FloatBuffer floats = ByteBuffer.allocateDirect(4 * count)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return OnnxTensor.createTensor(Graph.ENVIRONMENT, floats, info.getShape());
    }
}
