package dev.linchpin.lm;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** Where a model's tensors come from. */
interface TensorSource {
  /** The named tensors, one below the other, F32. */
  NDArray stacked(List<String> names);
}
