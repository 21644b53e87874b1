package dev.linchpin.probe;

/** What a probe makes of the layers. */
public enum LayerView {
  /** All of them side by side: {@code layers * hidden} inputs. */
  LAYERWISE,
  /** Their mean: {@code hidden} inputs. */
  LAYER_MEAN
}
