package org.computility.runtime.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.computility.algopackage.Model;

/** What a graph's description promises of its tensors, held against the graph. */
record Promise(Model model, OrtSession session) {

    /** Fails with the first promise that is not kept. */
    void check() throws OrtException, InferenceException {
        checkInput();
        checkOutput();
        checkState();
    }

    private void checkInput() throws OrtException, InferenceException {
        if (!session.getInputNames().contains(model.input())) {
            throw new InferenceException("it has no input " + model.input(), null);
        }
        TensorInfo frame =
                (TensorInfo) session.getInputInfo().get(model.input()).getInfo();
        long[] expected = {model.height(), model.width(), 3};
        if (frame.type != OnnxJavaType.UINT8 || !Arrays.equals(frame.getShape(), expected)) {
            throw new InferenceException(
                    "its input " + model.input() + " does not take bytes " + Arrays.toString(expected), null);
        }
    }

    private void checkOutput() throws OrtException, InferenceException {
        NodeInfo cells = session.getOutputInfo().get(model.output().tensor());
        if (cells == null) {
            throw new InferenceException("it has no output " + model.output().tensor(), null);
        }
        if (!(cells.getInfo() instanceof TensorInfo info) || info.type != OnnxJavaType.FLOAT) {
            throw new InferenceException("its output " + model.output().tensor() + " answers no floats", null);
        }
    }

    private void checkState() throws OrtException, InferenceException {
        for (Model.State each : model.state()) {
            if (!session.getInputNames().contains(each.input())
                    || !session.getOutputNames().contains(each.output())) {
                throw new InferenceException("it lacks the state " + each.input() + " or " + each.output(), null);
            }
            checkBeginning(each.input());
        }
    }

    /** The first frame starts from noughts, so their number must be known. */
    private void checkBeginning(String state) throws OrtException, InferenceException {
        if (!(session.getInputInfo().get(state).getInfo() instanceof TensorInfo info)
                || info.type != OnnxJavaType.FLOAT) {
            throw new InferenceException("its state " + state + " takes no floats", null);
        }
        if (LongStream.of(info.getShape()).anyMatch(extent -> extent < 0)) {
            throw new InferenceException(
                    "its state %s is %s, which is no shape to begin with"
                            .formatted(state, Arrays.toString(info.getShape())),
                    null);
        }
    }
}
