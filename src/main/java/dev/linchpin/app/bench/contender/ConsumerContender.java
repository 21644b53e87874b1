package dev.linchpin.app.bench.contender;

import java.time.Duration;
import java.util.List;

/** A {@link PlainConsumer} in a process of its own. */
public final class ConsumerContender implements Contender {
  private static final Duration TIMEOUT = Duration.ofMinutes(30);

  private final Workplace place;
  private final int threads;

  /**
   * A reader.
   *
   * @param threads consumers that share the partitions
   */
  public ConsumerContender(Workplace place, int threads) {
    this.place = place;
    this.threads = threads;
  }

  @Override
  public String name() {
    return "plain consumer, " + threads + (threads == 1 ? " thread" : " threads");
  }

  @Override
  public Run run(long records) {
    List<String> arguments =
        List.of(
            "bench",
            "consumer",
            "--bootstrap-servers",
            place.cluster().client().get("bootstrap.servers"),
            "--topic",
            place.cluster().topics().activations().name(),
            "--group",
            Workplace.freshName(),
            "--records",
            Long.toString(records),
            "--threads",
            Integer.toString(threads));
    try (ChildProcess process = place.linchpin(arguments, 0)) {
      return Run.read(process.result(TIMEOUT));
    }
  }
}
