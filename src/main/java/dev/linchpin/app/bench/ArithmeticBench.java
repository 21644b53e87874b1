package dev.linchpin.app.bench;

import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.StepActivations;
import dev.linchpin.app.bench.kernel.BigProduct;
import dev.linchpin.app.bench.kernel.Kernel;
import dev.linchpin.app.bench.kernel.MemoryCopy;
import dev.linchpin.app.bench.kernel.ProbeBatch;
import dev.linchpin.app.bench.kernel.ProbeLogit;
import dev.linchpin.app.bench.kernel.Stopwatch;
import dev.linchpin.app.bench.load.BenchProbe;
import dev.linchpin.app.bench.load.SyntheticActivations;
import dev.linchpin.app.bench.report.Column;
import dev.linchpin.app.bench.report.Findings;
import dev.linchpin.app.bench.report.Table;
import dev.linchpin.probe.PackedRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What arithmetic and memory allow on this machine, without Kafka. */
final class ArithmeticBench {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final int[] BATCHES = {1, 64, 256};
  private static final long SEED = 11;

  private final CaptureShape shape;
  private final Stopwatch stopwatch;
  private final Consumer<String> progress;

  /**
   * Not measured yet.
   *
   * @param seconds for each row
   */
  ArithmeticBench(CaptureShape shape, double seconds, Consumer<String> progress) {
    this.shape = shape;
    this.stopwatch = new Stopwatch(seconds);
    this.progress = progress;
  }

  /** Times every kernel and the copying of memory. */
  Findings run() {
    progress.accept("timing the arithmetic of " + Session.name(shape) + " ...");
    List<List<Object>> products = kernels().stream().map(this::product).toList();
    List<List<Object>> copies = threads().mapToObj(this::copies).toList();
    return new Findings(List.of(), List.of(products(products), copies(copies)), List.of());
  }

  private List<Supplier<Kernel>> kernels() {
    List<Supplier<Kernel>> kernels = new ArrayList<>();
    kernels.add(this::probe);
    for (int batch : BATCHES) {
      kernels.add(() -> batch(batch));
      threads()
          .forEach(
              threads ->
                  kernels.add(
                      () -> new BigProduct(batch, shape.size(), BenchProbe.UNITS, threads)));
    }
    return kernels;
  }

  private Kernel probe() {
    return new ProbeLogit(
        BenchProbe.champion(shape, SEED).probe(), new SyntheticActivations(shape, SEED).next());
  }

  private Kernel batch(int size) {
    SyntheticActivations activations = new SyntheticActivations(shape, SEED);
    List<StepActivations> steps =
        Stream.generate(activations::next)
            .limit(size)
            .map(values -> StepActivations.encode(shape, NumberFormat.BF16, values))
            .toList();
    return new ProbeBatch(PackedRelease.of(BenchProbe.champion(shape, SEED)), steps);
  }

  private static IntStream threads() {
    return IntStream.of(1, CORES).distinct();
  }

  private List<Object> product(Supplier<Kernel> maker) {
    try (Kernel kernel = maker.get()) {
      double steps = kernel.steps() * stopwatch.perSecond(kernel::run);
      return List.of(kernel.name(), steps, steps * 2 * shape.size() * BenchProbe.UNITS / 1e9);
    }
  }

  private List<Object> copies(int threads) {
    double copied = MemoryCopy.gigabytesPerSecond(threads, stopwatch);
    return List.of("arrays copied, threads: " + threads, copied);
  }

  private Table products(List<List<Object>> rows) {
    return new Table(
        "arithmetic",
        "Arithmetic alone, %s, %d units".formatted(Session.name(shape), BenchProbe.UNITS),
        List.of(
            Column.words("kernel", ""),
            new Column("stepsPerSecond", "steps/s", 0),
            new Column("gigaflops", "GFLOP/s", 1)),
        rows);
  }

  private static Table copies(List<List<Object>> rows) {
    return new Table(
        "memory",
        "Memory alone",
        List.of(Column.words("what", ""), new Column("gigabytesPerSecond", "GB/s", 1)),
        rows);
  }
}
