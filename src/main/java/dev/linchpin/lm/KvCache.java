package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.util.function.UnaryOperator;

/**
 * Keys and values of the tokens so far, for some rows. Space is taken in chunks ahead of use. All
 * rows use the same slot at a time; a row that has nothing to put there must hide it later.
 */
final class KvCache implements KeyValues, AutoCloseable {

  /** Slots are added by this many. */
  private static final int CHUNK = 128;

  private final NDManager manager;
  private final ModelConfig config;
  private final NDArray[] keys;
  private final NDArray[] values;
  private int rows;
  private int capacity;
  private int length;

  KvCache(NDManager parent, ModelConfig config, int rows) {
    this.manager = parent.newSubManager();
    this.config = config;
    this.rows = rows;
    this.keys = new NDArray[config.layers()];
    this.values = new NDArray[config.layers()];
  }

  /** Slots in use. */
  int length() {
    return length;
  }

  /** Makes room for more tokens. */
  void reserve(int tokens) {
    int needed = length + tokens;
    if (needed > capacity) {
      capacity = (Math.max(needed, capacity + capacity / 2) + CHUNK - 1) / CHUNK * CHUNK;
      replaceAll(this::grown);
    }
  }

  /** Counts the slots that the last pass filled. */
  void advance(int tokens) {
    length += tokens;
  }

  /** Keeps these rows only, in this order. */
  void keep(int[] kept) {
    rows = kept.length;
    try (NDArray index = manager.create(kept).toType(DataType.INT64, false)) {
      replaceAll(old -> selected(old, index));
    }
  }

  /** A cache of its own for these rows, in this order; a row may come several times. */
  KvCache fork(NDManager parent, int[] forked) {
    KvCache fork = new KvCache(parent, config, forked.length);
    fork.capacity = capacity;
    fork.length = length;
    try (NDArray index = manager.create(forked).toType(DataType.INT64, false)) {
      for (int layer = 0; layer < keys.length; layer++) {
        fork.keys[layer] = fork.taken(keys[layer], index);
        fork.values[layer] = fork.taken(values[layer], index);
      }
    }
    return fork;
  }

  private NDArray taken(NDArray from, NDArray index) {
    NDArray own = Inference.keepingResult(() -> selected(from, index));
    NDScope.unregister(own);
    own.attach(manager);
    return own;
  }

  @Override
  public NDList extend(int layer, NDArray newKeys, NDArray newValues) {
    long end = length + newKeys.getShape().get(2);
    keys[layer].set(slots(length, end), newKeys);
    values[layer].set(slots(length, end), newValues);
    return new NDList(keys[layer].get(slots(0, end)), values[layer].get(slots(0, end)));
  }

  private static NDIndex slots(long from, long to) {
    return new NDIndex().addAllDim(2).addSliceDim(from, to);
  }

  private void replaceAll(UnaryOperator<NDArray> replacement) {
    for (int layer = 0; layer < keys.length; layer++) {
      keys[layer] = replaced(keys[layer], replacement);
      values[layer] = replaced(values[layer], replacement);
    }
  }

  private static NDArray replaced(NDArray old, UnaryOperator<NDArray> replacement) {
    NDArray fresh = Inference.keepingResult(() -> replacement.apply(old));
    NDScope.unregister(fresh);
    if (old != null) {
      old.close();
    }
    return fresh;
  }

  private NDArray grown(NDArray old) {
    NDArray fresh =
        manager.zeros(
            new Shape(rows, config.kvHeads(), capacity, config.headDim()), DataType.FLOAT32);
    if (length > 0) {
      fresh.set(slots(0, length), old.get(slots(0, length)));
    }
    return fresh;
  }

  private NDArray selected(NDArray old, NDArray index) {
    NDArray flat = old.reshape(old.getShape().get(0), -1);
    return index
        .getNDArrayInternal()
        .embedding(index, flat, SparseFormat.DENSE)
        .singletonOrThrow()
        .reshape(rows, config.kvHeads(), capacity, config.headDim());
  }

  @Override
  public void close() {
    manager.close();
  }
}
