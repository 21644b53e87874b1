package dev.linchpin.dashboard.layers;

import java.util.List;

/**
 * What each layer adds to a probe's logit, for each step of a chain.
 *
 * @param probe key of the probe
 * @param layers numbers of the blocks, from 1, in the order of the contributions
 * @param steps those whose activations could be read, by their index
 * @param missing the others, with the reason
 */
public record LayerMap(
    String probe, List<Integer> layers, List<Step> steps, List<Missing> missing) {
  public LayerMap {
    layers = List.copyOf(layers);
    steps = List.copyOf(steps);
    missing = List.copyOf(missing);
  }

  /**
   * A step.
   *
   * @param index position in the chain, from 0
   * @param logit the probe's, uncalibrated
   * @param contributions {@code [layers]}, in units of the logit
   */
  public record Step(int index, double logit, List<Float> contributions) {
    public Step {
      contributions = List.copyOf(contributions);
    }
  }

  /** A step that cannot be shown. */
  public record Missing(int index, Reason reason) {}

  /** Why a step cannot be shown. */
  public enum Reason {
    /** No probe has scored it, so that nobody said where its activations lie. */
    NOT_SCORED,
    /** Its activations were deleted by retention. */
    RETENTION,
    /** Only what a probe's first layer made of them was published. */
    PROJECTED,
    /** They were captured in another shape than the probe reads, or of another model. */
    OTHER_SHAPE,
    /** Their record is damaged, or lies where it cannot be read. */
    UNREADABLE
  }
}
