package dev.linchpin.training;

import dev.linchpin.reasoning.StepRef;
import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.StepLabelled;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Every label once, in primitive arrays: about forty bytes a label and the ids of the chains. The
 * label put last for a step is the one that counts.
 */
final class LabelIndex {
  /** Activations that were not looked for yet. */
  static final int NOT_READ = -1;

  /** Activations that cannot be had. */
  static final int GONE = -2;

  private final List<String> chains = new ArrayList<>();
  private final Map<String, IntColumn> labelsOfChain = new HashMap<>();
  private final IntColumn chain = new IntColumn();
  private final IntColumn step = new IntColumn();
  private final BitSet important = new BitSet();
  private final IntColumn partition = new IntColumn();
  private final LongColumn offset = new LongColumn();
  private final LongColumn ablatedAt = new LongColumn();
  private final IntColumn row = new IntColumn();

  int size() {
    return chain.size();
  }

  /** Notes a label and gives its number, from 0; that of an earlier label of the same step. */
  int put(StepLabelled label) {
    IntColumn siblings = labelsOfChain.computeIfAbsent(label.step().chainId(), id -> newChain(id));
    int number = find(siblings, label.step().stepIndex());
    if (number < 0) {
      return add(label, siblings);
    }
    if (!address(number).equals(label.activations())) {
      partition.set(number, label.activations().partition());
      offset.set(number, label.activations().offset());
      row.set(number, NOT_READ);
    }
    important.set(number, label.important());
    return number;
  }

  StepRef step(int number) {
    return new StepRef(chainId(number), step.get(number));
  }

  String chainId(int number) {
    return chains.get(chain.get(number));
  }

  boolean important(int number) {
    return important.get(number);
  }

  LogAddress address(int number) {
    return new LogAddress(partition.get(number), offset.get(number));
  }

  /** Number of the activations in the cache, {@link #NOT_READ} or {@link #GONE}. */
  int row(int number) {
    return row.get(number);
  }

  void setRow(int number, int value) {
    row.set(number, value);
  }

  /** How many labels have their activations. */
  int usable() {
    return (int) IntStream.range(0, size()).filter(this::isUsable).count();
  }

  /** How many of these came into being after {@code instant}. */
  int usableSince(Instant instant) {
    long micros = micros(instant);
    return (int)
        IntStream.range(0, size()).filter(i -> isUsable(i) && ablatedAt.get(i) > micros).count();
  }

  /** The labels that have their activations, by chain id and step: the same for the same labels. */
  int[] usableInOrder() {
    return IntStream.range(0, size())
        .filter(this::isUsable)
        .boxed()
        .sorted(Comparator.comparing(this::chainId).thenComparing(step::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private boolean isUsable(int number) {
    return row.get(number) >= 0;
  }

  private IntColumn newChain(String id) {
    chains.add(id);
    return new IntColumn();
  }

  private int find(IntColumn siblings, int stepIndex) {
    for (int i = 0; i < siblings.size(); i++) {
      if (step.get(siblings.get(i)) == stepIndex) {
        return siblings.get(i);
      }
    }
    return -1;
  }

  private int add(StepLabelled label, IntColumn siblings) {
    int number = size();
    boolean sameChain = siblings.size() > 0;
    chain.add(sameChain ? chain.get(siblings.get(0)) : chains.size() - 1);
    step.add(label.step().stepIndex());
    important.set(number, label.important());
    partition.add(label.activations().partition());
    offset.add(label.activations().offset());
    ablatedAt.add(micros(label.ablatedAt()));
    row.add(NOT_READ);
    siblings.add(number);
    return number;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
