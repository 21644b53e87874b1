package dev.linchpin.dashboard.chain;

import dev.linchpin.wire.SamplingSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A whole chain.
 *
 * @param chainId identity of the chain
 * @param problemId the problem it answers, where it came from the work queue
 * @param model name of the model; empty while the beginning is not known, as all of it
 * @param modelFingerprint digest of configuration and weights
 * @param prompt what was asked; empty when it is withheld
 * @param answerKey the right answer; empty when it is withheld or not known
 * @param sampling how tokens are drawn
 * @param startedAt when the prompt was taken up
 * @param state where it stands
 * @param finished how it ended
 * @param steps by their index
 * @param ablations what removal showed, one for each method and measure
 * @param truncated whether it has more steps than are kept
 */
public record ChainView(
    String chainId,
    Optional<String> problemId,
    Optional<String> model,
    Optional<String> modelFingerprint,
    Optional<String> prompt,
    Optional<String> answerKey,
    Optional<SamplingSettings> sampling,
    Optional<Instant> startedAt,
    ChainState state,
    Optional<FinishView> finished,
    List<StepView> steps,
    List<AblationView> ablations,
    boolean truncated) {
  public ChainView {
    steps = List.copyOf(steps);
    ablations = List.copyOf(ablations);
  }

  /** Puts a chain together; every step gets its lead time. */
  public static ChainView of(ChainHead head, List<StepView> steps) {
    Optional<StartView> start = head.start();
    return new ChainView(
        head.chainId(),
        start.flatMap(StartView::problemId),
        head.model(),
        start.map(StartView::modelFingerprint),
        start.flatMap(StartView::prompt),
        start.flatMap(StartView::answerKey),
        start.map(StartView::sampling),
        start.map(StartView::startedAt),
        head.state(),
        head.finish(),
        timed(head, steps),
        head.ablations(),
        head.truncated());
  }

  private static List<StepView> timed(ChainHead head, List<StepView> steps) {
    Map<Integer, StepView> byIndex =
        steps.stream().collect(Collectors.toMap(StepView::index, Function.identity()));
    return steps.stream().map(step -> step.dueAt(deadline(head, step.index(), byIndex))).toList();
  }

  private static Optional<Instant> deadline(
      ChainHead head, int index, Map<Integer, StepView> steps) {
    Optional<FinishView> end = head.finish().filter(finish -> finish.steps() == index + 1);
    return end.isPresent()
        ? end.map(FinishView::finishedAt)
        : Optional.ofNullable(steps.get(index + 1)).flatMap(StepView::completedAt);
  }
}
