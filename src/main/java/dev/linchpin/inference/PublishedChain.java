package dev.linchpin.inference;

import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ChainFinished;
import dev.linchpin.wire.ChainStarted;
import dev.linchpin.wire.StepCompleted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One chain on its way to Kafka. */
public final class PublishedChain implements ChainListener {

  private final ChainPublisher publisher;
  private final TextPolicy text;
  private final List<CompletableFuture<Void>> records = new ArrayList<>();

  PublishedChain(ChainPublisher publisher, TextPolicy text) {
    this.publisher = publisher;
    this.text = text;
  }

  @Override
  public void started(ChainStarted event) throws InterruptedException {
    ChainStarted published = withPolicy(event);
    records.add(publisher.publish(published, published.prompt().length()));
  }

  /** Activations go first: it is they that a verdict waits for. */
  @Override
  public void stepCompleted(StepCompleted step, ActivationsCaptured activations)
      throws InterruptedException {
    records.add(publisher.publish(activations));
    records.add(publisher.publish(withPolicy(step)));
  }

  @Override
  public void finished(ChainFinished event) throws InterruptedException {
    ChainFinished published = withPolicy(event);
    records.add(publisher.publish(published, published.answer().length()));
  }

  /**
   * Completes when the cluster has acknowledged every record of the chain that the policy did not
   * drop; fails when it refused one. To be asked for when the chain has finished.
   */
  public CompletableFuture<Void> acknowledged() {
    return CompletableFuture.allOf(records.toArray(CompletableFuture[]::new));
  }

  private ChainStarted withPolicy(ChainStarted event) {
    return switch (text) {
      case PUBLISH -> event;
      case WITHHOLD ->
          new ChainStarted(
              event.chainId(),
              event.problemId(),
              event.model(),
              event.modelFingerprint(),
              "",
              Optional.empty(),
              event.sampling(),
              event.startedAt());
    };
  }

  private StepCompleted withPolicy(StepCompleted step) {
    return switch (text) {
      case PUBLISH -> step;
      case WITHHOLD ->
          new StepCompleted(
              step.step(),
              Optional.empty(),
              step.firstToken(),
              step.endToken(),
              step.startedAt(),
              step.completedAt(),
              step.meanLogProbability());
    };
  }

  private ChainFinished withPolicy(ChainFinished event) {
    return switch (text) {
      case PUBLISH -> event;
      case WITHHOLD ->
          new ChainFinished(
              event.chainId(),
              event.reason(),
              "",
              event.correct(),
              event.steps(),
              event.promptTokens(),
              event.completionTokens(),
              event.finishedAt());
    };
  }
}
