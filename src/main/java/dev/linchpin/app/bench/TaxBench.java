package dev.linchpin.app.bench;

import dev.linchpin.app.bench.report.Spread;
import dev.linchpin.app.bench.tax.Generation;
import dev.linchpin.inference.ChainRequest;
import dev.linchpin.reasoner.Difficulty;
import dev.linchpin.reasoner.PuzzleGenerator;
import dev.linchpin.wire.SamplingSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Generates the same chains in several ways, in turn, each way first in its turn. */
final class TaxBench {
  private static final long SEED = 7;
  private static final int MAX_NEW_TOKENS = 160;
  private static final double NANOS = 1e9;

  private final List<Generation> ways;
  private final Plan plan;
  private final Consumer<String> progress;
  private final PuzzleGenerator puzzles = new PuzzleGenerator(new Random(SEED), Difficulty.FULL);
  private long chains;

  /**
   * How much is measured.
   *
   * @param rounds how often every way has its turn
   * @param chains chains of a turn
   */
  record Plan(int rounds, int chains) {}

  /** The first way is the one with which the others are compared. */
  TaxBench(List<Generation> ways, Plan plan, Consumer<String> progress) {
    this.ways = List.copyOf(ways);
    this.plan = plan;
    this.progress = progress;
  }

  /** Measures; one round before is not counted. */
  TaxResult run() throws InterruptedException {
    progress.accept("generating chains in " + ways.size() + " ways ...");
    round(0);
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    ways.forEach(way -> rates.put(way.name(), new ArrayList<>()));
    for (int round = 0; round < plan.rounds(); round++) {
      round(round).forEach((name, rate) -> rates.get(name).add(rate));
    }
    TaxResult result = new TaxResult(rates);
    rates.forEach((name, all) -> progress.accept(line(name, all)));
    return result;
  }

  /** Tokens a second of every way, on the same chains. */
  private Map<String, Double> round(int round) throws InterruptedException {
    List<ChainRequest> requests = Stream.generate(this::request).limit(plan.chains()).toList();
    List<Generation> order = new ArrayList<>(ways);
    Collections.rotate(order, round);
    Map<String, Double> rates = new LinkedHashMap<>();
    Map<String, Long> tokens = new LinkedHashMap<>();
    for (Generation way : order) {
      long start = System.nanoTime();
      long generated = generate(way, requests);
      rates.put(way.name(), generated * NANOS / (System.nanoTime() - start));
      tokens.put(way.name(), generated);
      way.settle();
    }
    requireSame(tokens);
    return rates;
  }

  private static long generate(Generation way, List<ChainRequest> requests)
      throws InterruptedException {
    long tokens = 0;
    for (ChainRequest request : requests) {
      tokens += way.generate(request);
    }
    return tokens;
  }

  private static void requireSame(Map<String, Long> tokens) {
    if (tokens.values().stream().distinct().count() > 1) {
      throw new IllegalStateException("expected the same chains in every way, got " + tokens);
    }
  }

  private ChainRequest request() {
    long number = chains++;
    return new ChainRequest(
        "tax-" + number,
        Optional.empty(),
        puzzles.next().question(),
        Optional.empty(),
        new SamplingSettings(0.6, 0.95, MAX_NEW_TOKENS, SEED + number));
  }

  private static String line(String name, List<Double> rates) {
    double median = Spread.of(rates, Double::doubleValue).median();
    return String.format(Locale.ROOT, "%s: %.1f tokens/s", name, median);
  }
}
