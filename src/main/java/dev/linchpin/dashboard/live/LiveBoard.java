package dev.linchpin.dashboard.live;

import dev.linchpin.dashboard.chain.AblationView;
import dev.linchpin.dashboard.chain.ChainRecord;
import dev.linchpin.dashboard.chain.ChainState;
import dev.linchpin.dashboard.chain.Exposure;
import dev.linchpin.dashboard.chain.FinishView;
import dev.linchpin.dashboard.chain.ScoreView;
import dev.linchpin.dashboard.chain.StartView;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.reasoning.LeadTime;
import dev.linchpin.reasoning.LeadTimeTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The newest chains as they are now, and what every record changes of them. Not thread-safe. */
final class LiveBoard {
  /** Chains on the board; beyond that the one that came first goes. */
  static final int MOST_CHAINS = 1_000;

  private static final long MOST_CHARACTERS = 64 << 20;

  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Map<String, BoardChain> chains = new LinkedHashMap<>();
  private final LeadTimeTracker leadTimes = new LeadTimeTracker(MOST_CHAINS);
  private final Exposure exposure;
  private final Consumer<LeadTime> measured;
  private long characters;

  /**
   * A board without chains.
   *
   * @param exposure whether text is kept
   * @param measured takes every lead time, once it is known
   */
  LiveBoard(Exposure exposure, Consumer<LeadTime> measured) {
    this.exposure = exposure;
    this.measured = measured;
  }

  /** What a record changes; nothing where it was known. */
  List<LiveEvent> apply(ChainRecord record, Instant now) {
    BoardChain chain = chain(record.chainId(), now);
    chain.heard(now);
    List<LiveEvent> events = new ArrayList<>();
    long before = chain.characters();
    change(chain, record).ifPresent(events::add);
    characters += chain.characters() - before;
    makeRoom();
    Optional<LeadTime> leadTime = leadTime(record);
    leadTime.ifPresent(measured);
    leadTime.map(LiveBoard::event).ifPresent(events::add);
    return events;
  }

  /** Chains that run: their end is not known, and something was said of them lately. */
  List<String> running(Optional<String> model, Instant now) {
    return chains.values().stream()
        .filter(chain -> isRunning(chain, now) && isOf(chain, model))
        .map(chain -> chain.head().chainId())
        .toList();
  }

  /** Chains of a model, the newest first. */
  Stream<BoardChain> newest(Optional<String> model) {
    List<BoardChain> all = new ArrayList<>(chains.values());
    Collections.reverse(all);
    return all.stream().filter(chain -> isOf(chain, model));
  }

  /** The model of a chain, where it is known. */
  Optional<String> model(String chainId) {
    return Optional.ofNullable(chains.get(chainId))
        .flatMap(chain -> chain.head().start())
        .map(StartView::model);
  }

  boolean isRunning(String chainId, Instant now) {
    BoardChain chain = chains.get(chainId);
    return chain != null && isRunning(chain, now);
  }

  private static boolean isRunning(BoardChain chain, Instant now) {
    return chain.head().state() == ChainState.RUNNING && chain.heardAt().plus(QUIET).isAfter(now);
  }

  private static boolean isOf(BoardChain chain, Optional<String> model) {
    Optional<String> its = chain.head().start().map(StartView::model);
    return model.isEmpty() || model.equals(its);
  }

  private BoardChain chain(String chainId, Instant now) {
    BoardChain known = chains.get(chainId);
    if (known != null) {
      return known;
    }
    BoardChain chain = new BoardChain(chainId, now);
    chains.put(chainId, chain);
    return chain;
  }

  private void makeRoom() {
    Iterator<BoardChain> eldest = chains.values().iterator();
    int left = chains.size();
    while (left > 1 && (left > MOST_CHAINS || characters > MOST_CHARACTERS)) {
      characters -= eldest.next().characters();
      eldest.remove();
      left--;
    }
  }

  private Optional<LiveEvent> change(BoardChain chain, ChainRecord record) {
    if (record instanceof ChainRecord.Started started) {
      return started(chain, started);
    }
    if (record instanceof ChainRecord.Finished finished) {
      return finished(chain, finished);
    }
    if (record instanceof ChainRecord.Ablated ablated) {
      chain.change(head -> head.ablated(ablated.event()));
      AblationView result = AblationView.of(ablated.event());
      return Optional.of(new LiveEvent.ChainAblated(record.chainId(), result));
    }
    if (record instanceof ChainRecord.Completed completed) {
      int index = completed.event().step().stepIndex();
      return chain
          .change(index, step -> step.completed(completed.event(), exposure))
          .map(step -> new LiveEvent.StepCompleted(record.chainId(), step));
    }
    return scored(chain, (ChainRecord.Scored) record);
  }

  private Optional<LiveEvent> started(BoardChain chain, ChainRecord.Started started) {
    if (chain.head().start().isPresent()) {
      return Optional.empty();
    }
    chain.change(head -> head.started(started.event(), exposure));
    return chain
        .head()
        .start()
        .map(
            start ->
                new LiveEvent.ChainStarted(
                    started.chainId(), start.model(), start.prompt(), start.startedAt()));
  }

  private Optional<LiveEvent> finished(BoardChain chain, ChainRecord.Finished finished) {
    if (chain.head().finish().isPresent()) {
      return Optional.empty();
    }
    chain.change(head -> head.finished(finished.event(), exposure));
    FinishView end = FinishView.of(finished.event(), exposure);
    return Optional.of(new LiveEvent.ChainFinished(finished.chainId(), end));
  }

  private static Optional<LiveEvent> scored(BoardChain chain, ChainRecord.Scored scored) {
    ScoreView score = ScoreView.of(scored.event(), scored.writtenAt());
    int index = scored.event().step().stepIndex();
    return chain
        .change(index, step -> step.scored(score))
        .map(step -> new LiveEvent.StepScored(scored.chainId(), index, score));
  }

  private Optional<LeadTime> leadTime(ChainRecord record) {
    if (record instanceof ChainRecord.Completed completed) {
      return leadTimes.onStepCompleted(completed.event().step(), completed.event().completedAt());
    }
    if (record instanceof ChainRecord.Finished finished) {
      return leadTimes.onChainFinished(
          finished.chainId(), finished.event().steps(), finished.event().finishedAt());
    }
    return record instanceof ChainRecord.Scored scored
            && scored.event().status() == ProbeStatus.CHAMPION
        ? leadTimes.onVerdict(scored.event().step(), scored.writtenAt())
        : Optional.empty();
  }

  private static LiveEvent event(LeadTime known) {
    double aheadMs = known.ahead().toNanos() / 1e6;
    return new LiveEvent.LeadTimeKnown(known.step().chainId(), known.step().stepIndex(), aheadMs);
  }
}
