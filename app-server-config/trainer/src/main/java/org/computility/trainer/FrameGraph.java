package org.computility.trainer;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/**
 * A graph over features, made into one over pictures: takes {@link #INPUT}, bytes {@code [height, width, 3]}, and answers {@link
 * #OUTPUT}, the score of each class. The three steps in front do what {@link PictureClassifier} does to its examples.
 */
final class FrameGraph {

    static final String INPUT = "frame";
    static final String OUTPUT = "scores";

    private static final float BRIGHTEST = 255;

    private FrameGraph() {}

    static byte[] of(ModelProto overFeatures, int width, int height, int classes) {
        GraphProto inner = overFeatures.getGraph();
        long features = 3L * width * height;
        GraphProto.Builder graph = inner.toBuilder()
                .clearNode()
                .clearInput()
                .clearOutput()
                .addInput(info(INPUT, DataType.UINT8, height, width, 3))
                .addOutput(info(OUTPUT, DataType.FLOAT, 1, classes))
                .addInitializer(TensorProto.newBuilder()
                        .setName("frame_brightest")
                        .setDataType(DataType.FLOAT.getNumber())
                        .addFloatData(BRIGHTEST))
                .addInitializer(TensorProto.newBuilder()
                        .setName("frame_shape")
                        .setDataType(DataType.INT64.getNumber())
                        .addDims(2)
                        .addInt64Data(1)
                        .addInt64Data(features))
                .addNode(node("Cast", List.of(INPUT), "frame_floats")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("to")
                                .setType(AttributeType.INT)
                                .setI(DataType.FLOAT.getNumber())))
                .addNode(node("Div", List.of("frame_floats", "frame_brightest"), "frame_shares"))
                .addNode(node(
                        "Reshape",
                        List.of("frame_shares", "frame_shape"),
                        inner.getInput(0).getName()))
                .addAllNode(inner.getNodeList())
                .addNode(node("Identity", List.of(inner.getOutput(0).getName()), OUTPUT));
        return overFeatures.toBuilder().setGraph(graph).build().toByteArray();
    }

    private static NodeProto.Builder node(String operator, List<String> inputs, String output) {
        return NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(output);
    }

    private static ValueInfoProto info(String name, DataType type, long... shape) {
        TensorShapeProto.Builder extents = TensorShapeProto.newBuilder();
        for (long extent : shape) {
            extents.addDim(Dimension.newBuilder().setDimValue(extent));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(extents)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
