package org.computility.runtime.algorithms;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.computility.algopackage.archive.AlgoPackageWriter;

/** The motion algorithm with so much idle work added that no processor finishes 25 frames of it a second. */
public final class SlowMotion {

    public static final String ID = "1101080000508000000120261101000000000009";

    private static final int CHANNELS = 64;
    private static final int KERNEL = 9;
    /** 4.8 thousand million multiplications each: 40 ms on a processor of 2020. */
    private static final int LAYERS = 8;

    private SlowMotion() {}

    public static void write(Path archive) throws Exception {
        try (InputStream in = SlowMotion.class.getResourceAsStream("motion-in-area.yaml")) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("1101080000508000000120261101000000000001", ID);
            AlgoPackageWriter.write(
                    Map.of("algo.yaml", yaml.getBytes(StandardCharsets.UTF_8), "motion.onnx", graph()), archive);
        }
    }

    private static byte[] graph() throws Exception {
        ModelProto.Builder model = ModelProto.parseFrom(Graphs.motion()).toBuilder();
        GraphProto.Builder graph = model.getGraphBuilder();
        NodeProto cells = null;
        for (int i = 0; i < graph.getNodeCount(); i++) {
            if (graph.getNode(i).getOutput(0).equals("cells")) {
                cells = graph.getNode(i);
                graph.removeNode(i);
                break;
            }
        }
        graph.addInitializer(weights("wide", CHANNELS, 1));
        graph.addInitializer(weights("deep", CHANNELS, CHANNELS));
        String layer = convolution(graph, "gray", "wide", 0);
        for (int i = 1; i <= LAYERS; i++) {
            layer = convolution(graph, layer, "deep", i);
        }
        // All weights are nought, which the runtime does not know: the sum is what it was.
        graph.addNode(NodeProto.newBuilder()
                .setOpType("ReduceMax")
                .addInput(layer)
                .addOutput("nought")
                .addAttribute(GraphDrawing.ints("axes", 0, 1, 2, 3))
                .addAttribute(GraphDrawing.ints("keepdims").toBuilder()
                        .setType(ai.onnx.proto.OnnxMl.AttributeProto.AttributeType.INT)
                        .setI(0)));
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Add")
                .addInput(cells.getInput(0))
                .addInput("nought")
                .addOutput("cells"));
        return model.build().toByteArray();
    }

    private static String convolution(GraphProto.Builder graph, String input, String weights, int number) {
        String output = "idle-" + number;
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Conv")
                .addInput(input)
                .addInput(weights)
                .addOutput(output)
                .addAttribute(GraphDrawing.ints("kernel_shape", KERNEL, KERNEL))
                .addAttribute(GraphDrawing.ints("pads", KERNEL / 2, KERNEL / 2, KERNEL / 2, KERNEL / 2)));
        return output;
    }

    private static TensorProto weights(String name, int out, int in) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(out)
                .addDims(in)
                .addDims(KERNEL)
                .addDims(KERNEL)
                .addAllFloatData(Collections.nCopies(out * in * KERNEL * KERNEL, 0f))
                .build();
    }
}
