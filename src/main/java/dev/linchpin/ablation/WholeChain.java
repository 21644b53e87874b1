package dev.linchpin.ablation;

import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import java.util.List;
import java.util.Optional;

/**
 * A chain of which everything has been read.
 *
 * @param started its beginning
 * @param finished its end
 * @param texts its steps' texts in order, empty where they are withheld
 * @param records what it was read from
 */
record WholeChain(
    ChainStarted started,
    ChainFinished finished,
    List<Optional<String>> texts,
    List<RecordAddress> records) {

  /** The chain as the model can be asked about it; empty if key or a text is not known. */
  Optional<FinishedChain> askable() {
    boolean known = started.answerKey().isPresent() && texts.stream().allMatch(Optional::isPresent);
    return known && !texts.isEmpty()
        ? Optional.of(
            new FinishedChain(
                started.chainId(),
                started.prompt(),
                texts.stream().map(Optional::orElseThrow).toList(),
                finished.answer(),
                started.answerKey().orElseThrow()))
        : Optional.empty();
  }
}
