package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.linchpin.activation.NumberFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings a checkpoint's tensors to the device as F32. On the CPU, F32 tensors that are used as they
 * lie in the file are mapped, not copied; all others pass through one small buffer.
 */
final class WeightLoader {

  /** Values converted at a time, at most, unless a single row is longer. */
  private static final long CHUNK = 1 << 20;

  private final NDManager manager;
  private final Checkpoint checkpoint;
  private final ModelConfig config;

  WeightLoader(NDManager manager, Checkpoint checkpoint, ModelConfig config) {
    this.manager = manager;
    this.checkpoint = checkpoint;
    this.config = config;
  }

  Weights load() {
    NDArray embedding = tensor(TensorNames.EMBEDDING);
    NDArray head = config.tied() ? embedding : tensor(TensorNames.HEAD);
    List<Weights.Layer> layers = IntStream.range(0, config.layers()).mapToObj(this::layer).toList();
    return new Weights(embedding, layers, tensor(TensorNames.FINAL_NORM), new Linear(head, null));
  }

  private Weights.Layer layer(int layer) {
    return new Weights.Layer(
        tensor(TensorNames.of(layer, "input_layernorm.weight")),
        linear(layer, config.qkvBias(), "self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj"),
        linear(layer, config.outputBias(), "self_attn.o_proj"),
        tensor(TensorNames.of(layer, "post_attention_layernorm.weight")),
        linear(layer, false, "mlp.gate_proj", "mlp.up_proj"),
        linear(layer, false, "mlp.down_proj"));
  }

  private Linear linear(int layer, boolean bias, String... names) {
    NDArray weight = stacked(layer, names, ".weight");
    return new Linear(weight, bias ? stacked(layer, names, ".bias") : null);
  }

  private NDArray stacked(int layer, String[] names, String suffix) {
    return tensor(
        Arrays.stream(names)
            .map(name -> TensorNames.of(layer, name + suffix))
            .toArray(String[]::new));
  }

  /** The named tensors, one below the other. */
  private NDArray tensor(String... names) {
    List<TensorInfo> parts = Arrays.stream(names).map(checkpoint.tensors()::get).toList();
    return isMappable(parts) ? mapped(parts.get(0)) : copied(parts);
  }

  private boolean isMappable(List<TensorInfo> parts) {
    TensorInfo first = parts.get(0);
    return parts.size() == 1
        && first.format() == NumberFormat.F32
        && first.bytes() <= Integer.MAX_VALUE
        && first.offset() % Float.BYTES == 0
        && !manager.getDevice().isGpu();
  }

  private NDArray mapped(TensorInfo tensor) {
    ByteBuffer bytes = SafeTensors.map(tensor, 0, (int) tensor.size());
    return manager.create(bytes, new Shape(tensor.shape()), DataType.FLOAT32);
  }

  private NDArray copied(List<TensorInfo> parts) {
    long[] shape = parts.get(0).shape().clone();
    shape[0] = parts.stream().mapToLong(part -> part.shape()[0]).sum();
    NDArray target = manager.create(new Shape(shape), DataType.FLOAT32);
    long row = 0;
    for (TensorInfo part : parts) {
      copy(part, target, row);
      row += part.shape()[0];
    }
    return target;
  }

  /** Copies a tensor into {@code target} from row {@code at} on. */
  private void copy(TensorInfo tensor, NDArray target, long at) {
    long rows = tensor.shape()[0];
    long width = tensor.size() / rows;
    long step = Math.max(1, CHUNK / width);
    for (long from = 0; from < rows; from += step) {
      long to = Math.min(rows, from + step);
      try (NDArray chunk = chunk(tensor, from, to, width)) {
        target.set(new NDIndex().addSliceDim(at + from, at + to), chunk);
      }
    }
  }

  private NDArray chunk(TensorInfo tensor, long from, long to, long width) {
    int count = Math.toIntExact((to - from) * width);
    ByteBuffer values =
        ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder());
    SafeTensors.convert(tensor, from * width, values.asFloatBuffer());
    long[] shape = tensor.shape().clone();
    shape[0] = to - from;
    return manager.create(values, new Shape(shape), DataType.FLOAT32);
  }
}
