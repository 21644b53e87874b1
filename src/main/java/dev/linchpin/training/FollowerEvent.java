package dev.linchpin.training;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeRelease;

/** What happens while labels are followed. */
public sealed interface FollowerEvent {
  /**
   * The model is known.
   *
   * @param model name of the model
   * @param shape of its activations
   */
  record Begun(String model, CaptureShape shape) implements FollowerEvent {}

  /**
   * Labels cannot be trained on.
   *
   * @param losses how many since the last such event
   */
  record Lost(Losses losses) implements FollowerEvent {}

  /**
   * A training begins.
   *
   * @param trigger why
   * @param labels on how many labels
   */
  record Training(RetrainPolicy.Trigger trigger, int labels) implements FollowerEvent {}

  /**
   * An epoch has ended.
   *
   * @param progress state after it
   */
  record Epoch(TrainingListener.Progress progress) implements FollowerEvent {}

  /**
   * A training has to wait for more labels, or a change of the probes for another look.
   *
   * @param reason what is lacking
   */
  record Postponed(String reason) implements FollowerEvent {}

  /**
   * A challenger was published.
   *
   * @param challenger the probe with its figures
   */
  record Trained(ProbeRelease challenger) implements FollowerEvent {}

  /**
   * A challenger has become the champion.
   *
   * @param from the champion before
   * @param to the challenger
   * @param decision what it rests on
   */
  record Promoted(ProbeId from, ProbeId to, PromotionGate.Decision decision)
      implements FollowerEvent {}

  /**
   * A challenger was retired.
   *
   * @param champion the champion that stays
   * @param challenger the challenger
   * @param decision what it rests on
   */
  record Rejected(ProbeId champion, ProbeId challenger, PromotionGate.Decision decision)
      implements FollowerEvent {}
}
