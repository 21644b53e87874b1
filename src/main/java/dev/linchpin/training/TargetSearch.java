package dev.linchpin.training;

import dev.linchpin.log.TopicTail;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Looks in the activations for what there is to train for. */
final class TargetSearch {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Cluster cluster;
  private final Optional<String> model;
  private final Patience patience;

  TargetSearch(Cluster cluster, Optional<String> model, Patience patience) {
    this.cluster = cluster;
    this.model = model;
    this.patience = patience;
  }

  /** The first target; waits for it until {@code stopping}, and is empty then. */
  Optional<TrainingTarget> await(BooleanSupplier stopping) {
    Found found = new Found();
    try (TopicTail<ActivationsEvent> tail =
        new TopicTail<>(cluster, cluster.topics().activations(), patience)) {
      while (found.target.isEmpty() && !stopping.getAsBoolean()) {
        tail.poll(POLL, entry -> entry.value().ifPresent(found::note));
      }
    }
    return found.target;
  }

  private final class Found {
    private Optional<TrainingTarget> target = Optional.empty();

    void note(ActivationsEvent step) {
      boolean wanted = model.map(name -> name.equals(step.model())).orElse(true);
      if (target.isEmpty() && wanted && step instanceof ActivationsCaptured captured) {
        target = Optional.of(TrainingTarget.of(captured));
      }
    }
  }
}
