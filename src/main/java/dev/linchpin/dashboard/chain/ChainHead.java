package dev.linchpin.dashboard.chain;

import dev.linchpin.wire.ChainAblated;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All of a chain but its steps. Records come in any order across topics.
 *
 * @param chainId identity of the chain
 * @param listedAt its place among the chains: when it started, as far as that is known
 * @param start how it began; empty while that is not known
 * @param finish how it ended; empty while that is not known
 * @param ablations what removal showed, one for each method and measure
 * @param steps number of steps of which something is known
 * @param verdicts the champion's
 * @param truncated whether it has more steps than are kept
 */
public record ChainHead(
    String chainId,
    Instant listedAt,
    Optional<StartView> start,
    Optional<FinishView> finish,
    List<AblationView> ablations,
    int steps,
    VerdictCounts verdicts,
    boolean truncated) {
  /** Steps of a chain that are kept. */
  public static final int MOST_STEPS = 2_000;

  public ChainHead {
    ablations = List.copyOf(ablations);
  }

  /** A chain of which nothing is known but that something was said of it. */
  public static ChainHead unknown(String chainId, Instant heardAt) {
    return new ChainHead(
        chainId,
        heardAt,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        0,
        VerdictCounts.NONE,
        false);
  }

  /** With its beginning. */
  public ChainHead started(ChainStarted chain, Exposure exposure) {
    StartView begun = StartView.of(chain, exposure);
    return new ChainHead(
        chainId,
        begun.startedAt(),
        Optional.of(begun),
        finish,
        ablations,
        steps,
        verdicts,
        truncated);
  }

  /** With its end. */
  public ChainHead finished(ChainFinished chain, Exposure exposure) {
    Optional<FinishView> end = Optional.of(FinishView.of(chain, exposure));
    return new ChainHead(chainId, listedAt, start, end, ablations, steps, verdicts, truncated);
  }

  /** With what removal showed, in place of an earlier result of the same kind. */
  public ChainHead ablated(ChainAblated chain) {
    AblationView result = AblationView.of(chain);
    List<AblationView> results =
        Stream.concat(
                ablations.stream().filter(known -> !known.isOfSameKind(result)), Stream.of(result))
            .toList();
    return new ChainHead(chainId, listedAt, start, finish, results, steps, verdicts, truncated);
  }

  /** After a step changed. */
  public ChainHead changed(Optional<StepView> before, StepView after) {
    boolean judged = before.flatMap(StepView::champion).isPresent();
    VerdictCounts counts =
        after
            .champion()
            .filter(score -> !judged)
            .map(score -> verdicts.plus(score.verdict()))
            .orElse(verdicts);
    int known = before.isPresent() ? steps : steps + 1;
    return new ChainHead(chainId, listedAt, start, finish, ablations, known, counts, truncated);
  }

  /** Without a step that does not fit. */
  public ChainHead cut() {
    return new ChainHead(chainId, listedAt, start, finish, ablations, steps, verdicts, true);
  }

  /** Where it stands. */
  public ChainState state() {
    return finish.isPresent() ? ChainState.FINISHED : ChainState.RUNNING;
  }

  Optional<String> model() {
    return start.map(StartView::model);
  }
}
