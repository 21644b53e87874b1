package dev.linchpin.training;

import dev.linchpin.probe.LayerView;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is trained from labels, and when.
 *
 * @param model name of the model; empty for the one whose activations come first
 * @param name name of the probes that are trained
 * @param view what they make of the layers
 * @param training how they are trained
 * @param policy when
 * @param gate when a challenger takes the champion's place
 * @param cache a folder for activations that were read back; one at a time may use it
 */
public record FollowerSettings(
    Optional<String> model,
    String name,
    LayerView view,
    TrainingSettings training,
    RetrainPolicy policy,
    PromotionGate.Settings gate,
    Path cache) {
  public FollowerSettings {
    if (name.isBlank()) {
      throw new IllegalArgumentException("expected a name for the probes, got a blank one");
    }
    Objects.requireNonNull(view, "view");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(gate, "gate");
    Objects.requireNonNull(cache, "cache");
  }
}
