package dev.linchpin.app.demo;

import dev.linchpin.inference.Continuation;
import dev.linchpin.inference.ReasoningModel;
import dev.linchpin.wire.SamplingSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A model slowed down to the pace of a larger one. The bundled reasoner writes a step in a few
 * milliseconds; people cannot follow that, and no model worth monitoring is that fast.
 */
record PacedModel(ReasoningModel model, Duration perToken) implements ReasoningModel {

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public String fingerprint() {
    return model.fingerprint();
  }

  @Override
  public int layers() {
    return model.layers();
  }

  @Override
  public int hidden() {
    return model.hidden();
  }

  @Override
  public int contextLength() {
    return model.contextLength();
  }

  @Override
  public int[] encode(String prompt) {
    return model.encode(prompt);
  }

  @Override
  public Continuation begin(int[] prompt, SamplingSettings sampling) {
    return new Paced(model.begin(prompt, sampling), perToken.toNanos());
  }

  private static final class Paced implements Continuation {
    private final Continuation continuation;
    private final long perTokenNanos;
    private long next = System.nanoTime();

    Paced(Continuation continuation, long perTokenNanos) {
      this.continuation = continuation;
      this.perTokenNanos = perTokenNanos;
    }

    @Override
    public Optional<Draw> draw() {
      next = Math.max(next + perTokenNanos, System.nanoTime());
      for (long wait = next - System.nanoTime(); wait > 0; wait = next - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      return continuation.draw();
    }

    @Override
    public void feed(Draw draw) {
      continuation.feed(draw);
    }

    @Override
    public float[] residuals() {
      return continuation.residuals();
    }

    @Override
    public void close() {
      continuation.close();
    }
  }
}
