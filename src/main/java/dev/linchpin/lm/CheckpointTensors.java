package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.linchpin.activation.NumberFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A checkpoint's tensors on the device as F32. On the CPU, F32 tensors that are used as they lie in
 * the file are mapped, not copied; all others pass through one small buffer.
 */
final class CheckpointTensors implements TensorSource {

  /** Values converted at a time, at most, unless a single row is longer. */
  private static final long CHUNK = 1 << 20;

  private final NDManager manager;
  private final Checkpoint checkpoint;

  CheckpointTensors(NDManager manager, Checkpoint checkpoint) {
    this.manager = manager;
    this.checkpoint = checkpoint;
  }

  @Override
  public NDArray stacked(List<String> names) {
    List<TensorInfo> parts = names.stream().map(checkpoint.tensors()::get).toList();
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
