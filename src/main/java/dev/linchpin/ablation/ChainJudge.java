package dev.linchpin.ablation;

import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainAblated.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jboss.logging.Logger;

/** From a whole chain to the record of its ablation. */
final class ChainJudge {
  private static final Logger LOG = Logger.getLogger(ChainJudge.class);

  private final Ablation ablation;
  private final Clock clock;

  ChainJudge(Ablation ablation, Clock clock) {
    this.ablation = ablation;
    this.clock = clock;
  }

  ChainAblated judge(WholeChain chain) {
    Instant start = clock.instant();
    Ablation.Result result = result(chain);
    Instant now = clock.instant();
    return new ChainAblated(
        chain.started().chainId(),
        chain.started().model(),
        chain.started().modelFingerprint(),
        ablation.settings(),
        result.outcome(),
        result.core().influenceShare(),
        result.core().prefixSteps(),
        result.core().coreSteps(),
        result.forwardPasses(),
        Duration.between(start, now),
        chain.finished().finishedAt(),
        now.truncatedTo(ChronoUnit.MICROS),
        result.core().steps());
  }

  private Ablation.Result result(WholeChain chain) {
    Optional<FinishedChain> askable = chain.askable();
    if (askable.isEmpty()) {
      return Ablation.Result.without(Outcome.NOTHING_TO_ASK);
    }
    return chain.finished().correct().orElse(false)
        ? ask(askable.get())
        : Ablation.Result.without(Outcome.INCORRECT);
  }

  /** One chain that the model cannot read must not keep all others from being taken apart. */
  private Ablation.Result ask(FinishedChain chain) {
    try {
      return ablation.ablate(chain);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.errorf(e, "The model could not be asked: chain=%s fault=%s", chain.chainId(), e);
      return Ablation.Result.without(Outcome.FAILED);
    }
  }
}
