package dev.linchpin.training;

import dev.linchpin.activation.StepActivations;
import dev.linchpin.log.AddressReader;
import dev.linchpin.wire.ActivationsCaptured;
import dev.linchpin.wire.ActivationsEvent;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.confluent.UndecodableRecordException.Reason;
import java.util.Arrays;
import java.util.List;

/** Brings the activations of labelled steps from the log into a cache. */
final class ActivationLog implements AutoCloseable {
  /** Labels looked up at once: what their addresses take on the heap is bounded by it. */
  private static final int CHUNK = 10_000;

  private final AddressReader<ActivationsEvent> reader;
  private final TrainingTarget target;

  ActivationLog(Cluster cluster, TrainingTarget target, Patience patience) {
    this.reader = new AddressReader<>(cluster, cluster.topics().activations(), patience);
    this.target = target;
  }

  /**
   * Reads the activations of some labels; each of them has a row in the cache then, or is gone.
   *
   * @param numbers which labels
   * @return those that are gone
   */
  Losses fetch(LabelIndex labels, int[] numbers, ActivationCache cache) {
    Losses losses = Losses.NONE;
    for (int from = 0; from < numbers.length; from += CHUNK) {
      int[] chunk = Arrays.copyOfRange(numbers, from, Math.min(from + CHUNK, numbers.length));
      List<LogAddress> addresses = Arrays.stream(chunk).mapToObj(labels::address).toList();
      Delivery delivery = new Delivery(labels, chunk, cache);
      reader.read(addresses, delivery);
      losses = losses.plus(delivery.losses());
    }
    return losses;
  }

  @Override
  public void close() {
    reader.close();
  }

  private final class Delivery implements AddressReader.Sink<ActivationsEvent> {
    private final LabelIndex labels;
    private final int[] numbers;
    private final ActivationCache cache;
    private int deleted;
    private int mismatched;
    private int malformed;
    private int unclaimed;
    private int projected;

    Delivery(LabelIndex labels, int[] numbers, ActivationCache cache) {
      this.labels = labels;
      this.numbers = numbers;
      this.cache = cache;
    }

    Losses losses() {
      return new Losses(deleted, mismatched, malformed, unclaimed, projected);
    }

    @Override
    public void found(int index, ActivationsEvent event) {
      int number = numbers[index];
      if (!(event instanceof ActivationsCaptured value)) {
        projected++;
        labels.setRow(number, LabelIndex.GONE);
      } else if (!target.matches(value) || !value.step().equals(labels.step(number))) {
        mismatched++;
        labels.setRow(number, LabelIndex.GONE);
      } else if (isUsable(value.activations())) {
        labels.setRow(number, cache.append(value.activations()));
      } else {
        malformed(index, Reason.MALFORMED);
      }
    }

    @Override
    public void malformed(int index, Reason reason) {
      switch (reason) {
        case CLAIM_WITHOUT_STORE, CLAIM_MISSING, CLAIM_MISMATCH -> unclaimed++;
        case EMPTY, NOT_CONFLUENT_FORMAT, UNKNOWN_SCHEMA, FOREIGN_TYPE, MALFORMED -> malformed++;
      }
      labels.setRow(numbers[index], LabelIndex.GONE);
    }

    @Override
    public void gone(int index) {
      deleted++;
      labels.setRow(numbers[index], LabelIndex.GONE);
    }

    private boolean isUsable(StepActivations activations) {
      try {
        return StepActivations.firstNonFinite(activations.decode()).isEmpty();
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }
}
