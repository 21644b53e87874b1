package dev.linchpin.training;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.ProbeHead;
import dev.linchpin.catalogue.ProbeHeads;
import dev.linchpin.catalogue.RefusedChangeException;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.StepLabelled;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The labels of one model, round by round: read, train if due, decide on a challenger. */
final class FollowedModel implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final String model;
  private final FollowerSettings settings;
  private final ProbeCatalogue catalogue;
  private final Surroundings surroundings;
  private final Retraining retraining;
  private final PromotionGate gate;
  private final GateEvidence evidence = new GateEvidence();
  private final TrainingData data;
  private final LabelLog labels;
  private final ChampionQuality quality;
  private final Map<ProbeId, Integer> chainsAtLook = new HashMap<>();
  private int failedWith;

  /**
   * What a follower works with.
   *
   * @param cluster where labels come from and probes go
   * @param patience waits for what is away
   * @param clock says when probes were trained
   * @param listener hears what happens
   * @param checkpoint called often while a probe is trained; what it throws ends the training
   */
  record Surroundings(
      Cluster cluster,
      Patience patience,
      InstantSource clock,
      FollowerListener listener,
      Runnable checkpoint) {}

  /** Tells of epochs, and lets a training be left between two batches. */
  private record Progress(Surroundings surroundings) implements TrainingListener {
    @Override
    public void epochEnded(TrainingListener.Progress progress) {
      surroundings.listener.heard(new FollowerEvent.Epoch(progress));
    }

    @Override
    public void batchEnded() {
      surroundings.checkpoint.run();
    }
  }

  /** Reads all labels that there are. */
  FollowedModel(
      TrainingTarget target,
      FollowerSettings settings,
      ProbeCatalogue catalogue,
      Surroundings surroundings) {
    this.model = target.model();
    this.settings = settings;
    this.catalogue = catalogue;
    this.surroundings = surroundings;
    this.retraining = new Retraining(settings, new Progress(surroundings));
    this.gate = new PromotionGate(settings.gate());
    this.data =
        new TrainingData(surroundings.cluster, target, settings.cache(), surroundings.patience);
    this.labels = new LabelLog(surroundings.cluster, surroundings.patience);
    this.quality = new ChampionQuality(surroundings.cluster, surroundings.patience);
    labels.readToEnd(this::take);
    fetch();
  }

  /** Takes what came, and does what is due. */
  void round() {
    labels.poll(POLL, this::take);
    fetch();
    ProbeHeads heads = catalogue.read();
    evidence.prune(heads);
    List<ProbeHead> challengers = heads.challengers(model);
    challengers.forEach(challenger -> tryToDecide(heads, challenger));
    if (challengers.isEmpty()) {
      trainIfDue(heads);
    }
  }

  /** A challenger from the labels that are there, not published. */
  ProbeRelease train() {
    return retraining.train(data, catalogue.read(), surroundings.clock);
  }

  private void take(StepLabelled label) {
    data.put(label);
    if (label.model().equals(model)) {
      evidence.put(label);
    }
  }

  private void fetch() {
    Losses losses = data.fetch();
    if (!losses.equals(Losses.NONE)) {
      surroundings.listener.heard(new FollowerEvent.Lost(losses));
    }
  }

  private void trainIfDue(ProbeHeads heads) {
    if (data.usable() > failedWith) {
      due(heads).ifPresent(trigger -> train(trigger, heads));
    }
  }

  private Optional<RetrainPolicy.Trigger> due(ProbeHeads heads) {
    Optional<Instant> last = Retraining.last(heads, model);
    OptionalDouble auroc =
        settings.policy().aurocBelow().isPresent()
            ? quality.auroc(heads.champion(model), last)
            : OptionalDouble.empty();
    return settings
        .policy()
        .due(
            data.usable(),
            last.map(at -> new RetrainPolicy.LastTraining(at, data.usableSince(at))),
            auroc,
            surroundings.clock.instant());
  }

  private void train(RetrainPolicy.Trigger trigger, ProbeHeads heads) {
    FollowerListener listener = surroundings.listener;
    listener.heard(new FollowerEvent.Training(trigger, data.usable()));
    try {
      ProbeRelease challenger = retraining.train(data, heads, surroundings.clock);
      change(() -> catalogue.publishChallenger(challenger));
      listener.heard(new FollowerEvent.Trained(challenger));
    } catch (IllegalArgumentException | RefusedChangeException e) {
      failedWith = e instanceof IllegalArgumentException ? data.usable() : failedWith;
      listener.heard(new FollowerEvent.Postponed(e.getMessage()));
    }
  }

  /** Somebody may change the probes at the same time: then the next look decides. */
  private void tryToDecide(ProbeHeads heads, ProbeHead challenger) {
    try {
      decide(heads, challenger);
    } catch (RefusedChangeException e) {
      chainsAtLook.remove(challenger.id());
      surroundings.listener.heard(new FollowerEvent.Postponed(e.getMessage()));
    }
  }

  private void decide(ProbeHeads heads, ProbeHead challenger) {
    Optional<ProbeHead> champion = heads.champion(model);
    if (champion.isEmpty()) {
      change(() -> catalogue.promote(challenger.id()));
    } else if (isTimeToLook(challenger.id())) {
      decide(champion.get(), challenger);
    }
  }

  /**
   * Looks are spaced by a tenth of the chains: whoever looks at every chain sees chance as gain.
   */
  private boolean isTimeToLook(ProbeId challenger) {
    int chains = evidence.chains(challenger);
    int before = chainsAtLook.getOrDefault(challenger, 0);
    boolean due = chains >= before + Math.max(1, before / 10);
    if (due) {
      chainsAtLook.put(challenger, chains);
    }
    return due;
  }

  private void decide(ProbeHead champion, ProbeHead challenger) {
    PromotionGate.Decision decision =
        gate.decide(evidence.pairs(champion, challenger), evidence.chains(challenger.id()));
    FollowerListener listener = surroundings.listener;
    switch (decision.outcome()) {
      case PROMOTE -> {
        change(() -> catalogue.promote(challenger.id()));
        listener.heard(new FollowerEvent.Promoted(champion.id(), challenger.id(), decision));
      }
      case REJECT -> {
        change(() -> catalogue.retire(challenger.id()));
        listener.heard(new FollowerEvent.Rejected(champion.id(), challenger.id(), decision));
      }
      case WAIT -> {
        // More labels will tell.
      }
    }
  }

  /** Waits for a cluster that is away; a change that was made already is made again or refused. */
  private void change(Runnable change) {
    surroundings.patience.insist(
        () -> {
          change.run();
          return model;
        });
  }

  @Override
  public void close() {
    quality.close();
    labels.close();
    data.close();
  }
}
