package org.computility.runtime.algorithms;

import ai.onnx.proto.OnnxMl;
import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.List;

/** Draws an ONNX graph node by node; each step answers the name of the tensor it makes. */
final class GraphDrawing {

    private static final long IR_VERSION = 8;
    private static final long OPSET = 17;

    private final GraphProto.Builder graph;
    private int names;

    GraphDrawing(String name) {
        this.graph = GraphProto.newBuilder().setName(name);
    }

    String input(String name, TensorProto.DataType type, long... shape) {
        graph.addInput(info(name, type, shape));
        return name;
    }

    /** Gives a tensor of the graph its public name. */
    void output(String tensor, String name, long... shape) {
        graph.addNode(
                NodeProto.newBuilder().setOpType("Identity").addInput(tensor).addOutput(name));
        graph.addOutput(info(name, TensorProto.DataType.FLOAT, shape));
    }

    String floats(float[] values, long... shape) {
        String name = fresh("constant");
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (long extent : shape) {
            tensor.addDims(extent);
        }
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    String scalar(double value) {
        return floats(new float[] {(float) value});
    }

    String reshape(String tensor, long... shape) {
        String name = fresh("shape");
        TensorProto.Builder shapes =
                TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.INT64.getNumber());
        shapes.addDims(shape.length);
        for (long extent : shape) {
            shapes.addInt64Data(extent);
        }
        graph.addInitializer(shapes);
        return node("Reshape", List.of(tensor, name));
    }

    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String name = fresh(operator);
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(name)
                .addAllInput(inputs)
                .addOutput(name)
                .addAllAttribute(List.of(attributes)));
        return name;
    }

    String cast(String tensor) {
        return node(
                "Cast",
                List.of(tensor),
                AttributeProto.newBuilder()
                        .setName("to")
                        .setType(AttributeType.INT)
                        .setI(TensorProto.DataType.FLOAT.getNumber())
                        .build());
    }

    static AttributeProto ints(String name, long... values) {
        List<Long> list = new ArrayList<>();
        for (long value : values) {
            list.add(value);
        }
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INTS)
                .addAllInts(list)
                .build();
    }

    byte[] toBytes() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("computility")
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private String fresh(String kind) {
        return kind + "_" + names++;
    }

    private static ValueInfoProto info(String name, TensorProto.DataType type, long... shape) {
        OnnxMl.TensorShapeProto.Builder extents = OnnxMl.TensorShapeProto.newBuilder();
        for (long extent : shape) {
            extents.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(extent));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(extents)))
                .build();
    }
}
