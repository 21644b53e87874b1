package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.ConsumerContender;
import dev.linchpin.app.bench.contender.Contender;
import dev.linchpin.app.bench.contender.MonitorContender;
import dev.linchpin.app.bench.contender.PythonContender;
import dev.linchpin.app.bench.contender.PythonContender.Avro;
import dev.linchpin.app.bench.contender.Run;
import dev.linchpin.app.bench.load.StepPlan;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How many steps a second the monitor scores, beside what the log gives to a consumer that only
 * copies and beside a consumer in Python: the same records, one after the other, several rounds.
 */
final class ThroughputBench {
  private static final int OPEN_CHAINS = 64;
  private static final int STEPS_OF_A_CHAIN = 40;
  private static final Duration PYTHON_LIMIT = Duration.ofSeconds(40);
  private static final double SPACE = 1.2;

  private final Session session;
  private final Plan plan;
  private final Consumer<String> progress;

  /**
   * How much is measured.
   *
   * @param records steps that are published before
   * @param rounds how often everybody runs
   * @param python the interpreter, if Python takes part
   * @param batch steps that the second Python consumer scores together
   */
  record Plan(long records, int rounds, Optional<String> python, int batch) {}

  ThroughputBench(Session session, Plan plan, Consumer<String> progress) {
    this.session = session;
    this.plan = plan;
    this.progress = progress;
  }

  /** Publishes the steps and lets everybody read them in turn. */
  ThroughputResult run() {
    fill();
    Map<String, List<Run>> runs = new LinkedHashMap<>();
    List<Contender> contenders = contenders();
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Contender contender : contenders) {
        Run run = contender.run(plan.records());
        runs.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(run);
        progress.accept(line(round, contender, run));
      }
    }
    return new ThroughputResult(session.settings(), session.stepBytes(), runs);
  }

  private void fill() {
    requireSpace();
    progress.accept("publishing " + plan.records() + " steps ...");
    int partitions = session.settings().partitions();
    session.fill(new StepPlan(OPEN_CHAINS, STEPS_OF_A_CHAIN, partitions), plan.records());
  }

  private void requireSpace() {
    File folder = session.cluster().folder().toFile();
    double needed = SPACE * session.stepBytes() * plan.records();
    if (folder.getUsableSpace() < needed) {
      throw new IllegalStateException(
          "expected %.1f GB of free space in %s, got %.1f GB"
              .formatted(needed / 1e9, folder, folder.getUsableSpace() / 1e9));
    }
  }

  private List<Contender> contenders() {
    int threads = session.settings().threads();
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new ConsumerContender(session.place(), 1));
    if (threads > 1) {
      contenders.add(new ConsumerContender(session.place(), threads));
    }
    contenders.add(new MonitorContender(session.place(), threads));
    plan.python().ifPresent(python -> addPython(python, contenders));
    return contenders;
  }

  private void addPython(String python, List<Contender> contenders) {
    String missing = PythonContender.missing(python, session.cluster().folder());
    if (!missing.isEmpty()) {
      progress.accept("Python does not take part: " + missing);
      return;
    }
    contenders.add(python(python, Avro.CONFLUENT, 1));
    contenders.add(python(python, Avro.CONFLUENT, plan.batch()));
    contenders.add(python(python, Avro.HAND, plan.batch()));
  }

  private Contender python(String python, Avro avro, int batch) {
    return new PythonContender(
        session.place(),
        session.champion(),
        new PythonContender.Settings(python, avro, batch, PYTHON_LIMIT));
  }

  private static String line(int round, Contender contender, Run run) {
    return String.format(
        Locale.ROOT,
        "round %d: %s: %.0f records/s",
        round,
        contender.name(),
        run.steady().recordsPerSecond());
  }
}
