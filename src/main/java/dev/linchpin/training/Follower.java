package dev.linchpin.training;

import dev.linchpin.catalogue.ProbeCatalogue;
import dev.linchpin.catalogue.UntrainedProbe;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Follows the labels of one model: trains challengers from them and lets the gate decide which
 * becomes the champion. Whatever it knows is in the log, so that after a crash another goes on
 * where it was: which labels there are, what the last probe was made from, what a challenger was
 * held against.
 *
 * <p>One challenger at a time: while one is in the shadow, none is trained.
 */
public final class Follower {
  private static final Logger LOG = Logger.getLogger(Follower.class);
  private static final Duration SEARCH = Duration.ofSeconds(15);

  private final Cluster cluster;
  private final FollowerSettings settings;
  private final InstantSource clock;
  private final FollowerListener listener;
  private final Patience patience = Patience.until(this::isStopping);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;

  /**
   * A follower that does not work yet.
   *
   * @param cluster where labels come from and probes go
   * @param settings what is trained, and when
   * @param clock says when probes were trained and promoted
   * @param listener hears what happens
   */
  public Follower(
      Cluster cluster, FollowerSettings settings, InstantSource clock, FollowerListener listener) {
    this.cluster = cluster;
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
  }

  /** Works until {@link #stop} is called; throws when it cannot go on. */
  public void run() {
    try (ProbeCatalogue catalogue = new ProbeCatalogue(cluster, clock, patience)) {
      search(this::isStopping).ifPresent(target -> follow(target, catalogue));
    } catch (StoppedException e) {
      LOG.debug("Training left unfinished");
    } finally {
      ended.countDown();
    }
  }

  /**
   * Trains once from the labels there are, and publishes nothing.
   *
   * @return the challenger; empty if no activations of the model come to light in a while
   * @throws IllegalArgumentException if the labels do not suffice
   */
  public Optional<ProbeRelease> trainOnce() {
    Instant deadline = clock.instant().plus(SEARCH);
    try (ProbeCatalogue catalogue = new ProbeCatalogue(cluster, clock, patience)) {
      return search(() -> clock.instant().isAfter(deadline))
          .map(target -> trainOnce(target, catalogue));
    }
  }

  private ProbeRelease trainOnce(TrainingTarget target, ProbeCatalogue catalogue) {
    try (FollowedModel model = followed(target, catalogue)) {
      return model.train();
    }
  }

  /** Tells the follower to stop and waits until it has. */
  public void stop() throws InterruptedException {
    stopping = true;
    ended.await();
  }

  private void follow(TrainingTarget target, ProbeCatalogue catalogue) {
    listener.heard(new FollowerEvent.Begun(target.model(), target.shape()));
    ProbeRelease untrained =
        UntrainedProbe.of(
            target.model(), target.modelFingerprint(), target.shape(), clock.instant());
    patience.insist(() -> catalogue.publishFirst(untrained));
    try (FollowedModel model = followed(target, catalogue)) {
      while (!stopping) {
        model.round();
      }
    }
  }

  private Optional<TrainingTarget> search(BooleanSupplier givenUp) {
    return new TargetSearch(cluster, settings.model(), patience).await(givenUp);
  }

  private FollowedModel followed(TrainingTarget target, ProbeCatalogue catalogue) {
    FollowedModel.Surroundings surroundings =
        new FollowedModel.Surroundings(cluster, patience, clock, listener, this::leaveIfStopping);
    return new FollowedModel(target, settings, catalogue, surroundings);
  }

  /** A training is left when the follower is told to stop: the next run trains again. */
  private void leaveIfStopping() {
    if (stopping) {
      throw new StoppedException();
    }
  }

  private boolean isStopping() {
    return stopping;
  }

  /** A training was left. */
  private static final class StoppedException extends RuntimeException {}
}
