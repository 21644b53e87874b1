package dev.linchpin.app.bench;

import dev.linchpin.app.bench.contender.PlainConsumer;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The plain consumer, in the process that is measured. */
@Command(
    name = "consumer",
    description = "Reads a topic, copies every value and prints how long that took.",
    hidden = true)
final class ConsumerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--bootstrap-servers", required = true)
  private String servers;

  @Option(names = "--topic", required = true)
  private String topic;

  @Option(names = "--group", required = true)
  private String group;

  @Option(names = "--records", required = true)
  private long records;

  @Option(names = "--threads", required = true)
  private int threads;

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> client = Map.of("bootstrap.servers", servers);
    PlainConsumer consumer = new PlainConsumer(client, group, topic, records);
    spec.commandLine().getOut().println(consumer.run(threads).json());
    spec.commandLine().getOut().flush();
    return 0;
  }
}
