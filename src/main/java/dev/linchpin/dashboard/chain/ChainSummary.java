package dev.linchpin.dashboard.chain;

import dev.linchpin.wire.ChainFinished;
import java.time.Instant;
import java.util.Optional;

/**
 * A chain in a list.
 *
 * @param chainId identity of the chain
 * @param model name of the model; empty while the beginning is not known, as all of it
 * @param prompt what was asked; empty when it is withheld
 * @param startedAt when the prompt was taken up
 * @param listedAt its place in the list
 * @param finishedAt when its last token existed
 * @param state where it stands
 * @param reason why generation ended
 * @param answer the text after the last step; empty when it is withheld
 * @param correct whether it equals the answer key, where there is one
 * @param steps number of its steps
 * @param important steps that hold the answer up
 * @param uncertain steps between the thresholds
 * @param removable steps that could be taken out
 * @param labelled steps whose label came back
 */
public record ChainSummary(
    String chainId,
    Optional<String> model,
    Optional<String> prompt,
    Optional<Instant> startedAt,
    Instant listedAt,
    Optional<Instant> finishedAt,
    ChainState state,
    Optional<ChainFinished.FinishReason> reason,
    Optional<String> answer,
    Optional<Boolean> correct,
    int steps,
    int important,
    int uncertain,
    int removable,
    int labelled) {

  static ChainSummary of(ChainHead head) {
    Optional<FinishView> end = head.finish();
    return new ChainSummary(
        head.chainId(),
        head.model(),
        head.start().flatMap(StartView::prompt),
        head.start().map(StartView::startedAt),
        head.listedAt(),
        end.map(FinishView::finishedAt),
        head.state(),
        end.map(FinishView::reason),
        end.flatMap(FinishView::answer),
        end.flatMap(FinishView::correct),
        head.steps(),
        head.verdicts().important(),
        head.verdicts().uncertain(),
        head.verdicts().removable(),
        head.ablations().stream().mapToInt(AblationView::labelled).max().orElse(0));
  }
}
