package dev.linchpin.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When to train again.
 *
 * @param fewestLabels no training with fewer labels in all, and none for time or quality with fewer
 *     new ones, at least 1
 * @param everyLabels train when so many labels are new, at least 1
 * @param every train when the last training is so long ago
 * @param aurocBelow train when the champion's rolling AUROC is below it, in [0, 1]
 */
public record RetrainPolicy(
    int fewestLabels, int everyLabels, Optional<Duration> every, OptionalDouble aurocBelow) {
  /** 500 new labels. */
  public static final int EVERY_LABELS = 500;

  /** 200 labels. */
  public static final int FEWEST_LABELS = 200;

  /** Every 500 labels, the first time with 200. */
  public static final RetrainPolicy DEFAULT =
      new RetrainPolicy(FEWEST_LABELS, EVERY_LABELS, Optional.empty(), OptionalDouble.empty());

  public RetrainPolicy {
    if (fewestLabels < 1 || everyLabels < 1) {
      throw new IllegalArgumentException(
          "expected fewestLabels and everyLabels >= 1, got %d and %d"
              .formatted(fewestLabels, everyLabels));
    }
    if (every.isPresent() && (every.get().isZero() || every.get().isNegative())) {
      throw new IllegalArgumentException("expected a duration above 0, got " + every.get());
    }
    if (aurocBelow.isPresent()
        && !(aurocBelow.getAsDouble() >= 0 && aurocBelow.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "expected an AUROC in [0, 1], got " + aurocBelow.getAsDouble());
    }
  }

  /** Why to train. */
  public enum Trigger {
    /** There are enough labels for the first time. */
    FIRST,
    /** Enough labels are new. */
    LABELS,
    /** The last training is long ago. */
    TIME,
    /** The champion has become worse. */
    QUALITY
  }

  /**
   * The last training.
   *
   * @param at when it ended
   * @param newLabels labels that came since
   */
  public record LastTraining(Instant at, int newLabels) {}

  /**
   * Whether to train now, and why.
   *
   * @param labels labels that can be used, old and new
   * @param last the last training, if there was one
   * @param championAuroc the champion's rolling AUROC, measured since the last training
   * @param now the time
   */
  public Optional<Trigger> due(
      int labels, Optional<LastTraining> last, OptionalDouble championAuroc, Instant now) {
    if (labels < fewestLabels) {
      return Optional.empty();
    }
    return last.isEmpty() ? Optional.of(Trigger.FIRST) : again(last.get(), championAuroc, now);
  }

  private Optional<Trigger> again(LastTraining last, OptionalDouble championAuroc, Instant now) {
    if (last.newLabels() >= everyLabels) {
      return Optional.of(Trigger.LABELS);
    }
    if (last.newLabels() < fewestLabels) {
      return Optional.empty();
    }
    if (isBelow(championAuroc)) {
      return Optional.of(Trigger.QUALITY);
    }
    boolean old = every.isPresent() && !now.isBefore(last.at().plus(every.get()));
    return old ? Optional.of(Trigger.TIME) : Optional.empty();
  }

  private boolean isBelow(OptionalDouble auroc) {
    return auroc.isPresent()
        && aurocBelow.isPresent()
        && auroc.getAsDouble() < aurocBelow.getAsDouble();
  }
}
