package dev.linchpin.dashboard.live;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.linchpin.dashboard.chain.AblationView;
import dev.linchpin.dashboard.chain.FinishView;
import dev.linchpin.dashboard.chain.ScoreView;
import dev.linchpin.dashboard.chain.StepView;
import java.time.Instant;
import java.util.Optional;

/** Something that happened. Every event may come twice and change nothing the second time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LiveEvent.ChainStarted.class, name = "chainStarted"),
  @JsonSubTypes.Type(value = LiveEvent.StepCompleted.class, name = "stepCompleted"),
  @JsonSubTypes.Type(value = LiveEvent.StepScored.class, name = "stepScored"),
  @JsonSubTypes.Type(value = LiveEvent.LeadTimeKnown.class, name = "leadTime"),
  @JsonSubTypes.Type(value = LiveEvent.ChainFinished.class, name = "chainFinished"),
  @JsonSubTypes.Type(value = LiveEvent.ChainAblated.class, name = "chainAblated"),
  @JsonSubTypes.Type(value = LiveEvent.ProbeEvaluated.class, name = "evaluated"),
  @JsonSubTypes.Type(value = LiveEvent.ProbesChanged.class, name = "probesChanged"),
  @JsonSubTypes.Type(value = LiveEvent.ReplaysChanged.class, name = "replaysChanged"),
  @JsonSubTypes.Type(value = LiveEvent.IncidentChanged.class, name = "incident"),
})
public sealed interface LiveEvent {

  /** The chain that it is about; empty where it is about no chain. */
  @JsonIgnore
  default Optional<String> chain() {
    return Optional.empty();
  }

  /** About a chain. */
  sealed interface OfChain extends LiveEvent {
    /** Identity of the chain. */
    String chainId();

    @Override
    @JsonIgnore
    default Optional<String> chain() {
      return Optional.of(chainId());
    }
  }

  /** A model began to reason. */
  record ChainStarted(String chainId, String model, Optional<String> prompt, Instant startedAt)
      implements OfChain {}

  /** A step ended. */
  record StepCompleted(String chainId, StepView step) implements OfChain {}

  /** A probe scored a step. */
  record StepScored(String chainId, int index, ScoreView score) implements OfChain {}

  /** The lead time of a step is known: milliseconds, negative when the verdict came too late. */
  record LeadTimeKnown(String chainId, int index, double leadTimeMs) implements OfChain {}

  /** A chain ended. */
  record ChainFinished(String chainId, FinishView finished) implements OfChain {}

  /** Removal of steps showed something. */
  record ChainAblated(String chainId, AblationView ablation) implements OfChain {}

  /** A probe's quality was computed anew; its key. */
  record ProbeEvaluated(String probe) implements LiveEvent {}

  /** A probe was published, or changed its part. */
  record ProbesChanged() implements LiveEvent {}

  /** A replay began, ended or was changed. */
  record ReplaysChanged() implements LiveEvent {}

  /** An incident changed; as it is now. */
  record IncidentChanged(Object incident) implements LiveEvent {}
}
