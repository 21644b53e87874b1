package dev.linchpin.catalogue;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.probe.ProbeStatus;
import dev.linchpin.wire.Answers;
import dev.linchpin.wire.Cluster;
import dev.linchpin.wire.Patience;
import dev.linchpin.wire.Topic;
import dev.linchpin.wire.WireFormat;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The published probes and every change of them. A change is one transaction of a producer whose
 * transactional id belongs to the model: whoever begins a change later fences one that is still
 * under way, and decides on what the log holds after that. For one thread at a time.
 */
public final class ProbeCatalogue implements AutoCloseable {
  private static final int TRANSACTION_TIMEOUT_MS = 30_000;
  private static final int OVERHEAD = 1 << 20;

  private final Cluster cluster;
  private final InstantSource clock;
  private final ProbeLog log;
  private final Serializer<ProbeRelease> serializer;

  /**
   * A catalogue that fails when the cluster or the registry is away.
   *
   * @param cluster where the probes are
   * @param clock says since when a champion is one
   */
  public ProbeCatalogue(Cluster cluster, InstantSource clock) {
    this(cluster, clock, Patience.until(() -> true));
  }

  /** As above, and waits for what is away as long as {@code patience} does. */
  public ProbeCatalogue(Cluster cluster, InstantSource clock, Patience patience) {
    this.cluster = cluster;
    this.clock = clock;
    this.serializer = new WireFormat(cluster.client()).serde(topic(cluster)).serializer();
    this.log = new ProbeLog(cluster, patience);
  }

  /** All probes, as of now. */
  public ProbeHeads read() {
    return log.refresh();
  }

  /** A whole probe. */
  public ProbeRelease release(ProbeHead head) {
    return log.release(head);
  }

  /**
   * Publishes the first probe of a model as its champion; does nothing if the model has a probe.
   *
   * @return whether it was published
   */
  public boolean publishFirst(ProbeRelease release) {
    String model = release.id().model();
    List<ProbeRelease> written =
        change(model, heads -> heads.of(model).isEmpty() ? asChampion(release, heads) : List.of());
    return !written.isEmpty();
  }

  /** Publishes a probe as the champion, whatever it was, and retires every other champion. */
  public void publishChampion(ProbeRelease release) {
    change(release.id().model(), heads -> asChampion(release, heads));
  }

  /**
   * Publishes a new version, as it is.
   *
   * @throws RefusedChangeException if its version is not the next one: another was published since
   *     it was counted
   */
  public void publishChallenger(ProbeRelease release) {
    String model = release.id().model();
    change(
        model,
        heads -> {
          int next = heads.nextVersion(model);
          if (release.id().version() != next) {
            throw new RefusedChangeException(
                "expected %d as the next version for %s, got %s: another was published meanwhile"
                    .formatted(next, model, release.id().key()));
          }
          return List.of(release);
        });
  }

  /**
   * Publishes a probe that came from elsewhere in the part that it has; as the champion it retires
   * every other champion.
   *
   * @param naming what it is called, given the probes that are there and what it is called now
   * @return what it is called
   */
  public ProbeId publishNew(ProbeRelease release, BiFunction<ProbeHeads, ProbeId, ProbeId> naming) {
    return change(release.id().model(), heads -> named(release, naming, heads)).get(0).id();
  }

  /**
   * Makes a published probe the champion and retires every other champion of the model.
   *
   * @throws RefusedChangeException if it was not published
   */
  public void promote(ProbeId id) {
    change(id.model(), heads -> asChampion(log.release(heads.get(id)), heads));
  }

  /**
   * Takes a published probe out of use; it stays in the log.
   *
   * @throws RefusedChangeException if it was not published
   */
  public void retire(ProbeId id) {
    change(id.model(), heads -> List.of(log.release(heads.get(id)).retired()));
  }

  /**
   * Makes the champion before the present one the champion again. Twice is back where it began.
   *
   * @return the champion
   * @throws RefusedChangeException if there was none before
   */
  public ProbeId rollback(String model) {
    change(model, heads -> asChampion(log.release(heads.rollbackTarget(model)), heads));
    return log.refresh().champion(model).orElseThrow().id();
  }

  @Override
  public void close() {
    log.close();
  }

  /** The new champion's record goes first: for a reader between the two there are two, not none. */
  private List<ProbeRelease> asChampion(ProbeRelease release, ProbeHeads heads) {
    String model = release.id().model();
    Stream<ProbeRelease> others =
        heads.champions(model).stream()
            .filter(head -> !head.id().equals(release.id()))
            .map(head -> log.release(head).retired());
    return Stream.concat(Stream.of(release.promoted(heads.nextReign(model, clock))), others)
        .toList();
  }

  private List<ProbeRelease> named(
      ProbeRelease release, BiFunction<ProbeHeads, ProbeId, ProbeId> naming, ProbeHeads heads) {
    ProbeId id = naming.apply(heads, release.id());
    ProbeRelease named = release.renumbered(id.version());
    return named.status() == ProbeStatus.CHAMPION ? asChampion(named, heads) : List.of(named);
  }

  private List<ProbeRelease> change(
      String model, Function<ProbeHeads, List<ProbeRelease>> decision) {
    try (KafkaProducer<String, byte[]> producer = producer(model)) {
      producer.initTransactions();
      List<ProbeRelease> records = decision.apply(log.refreshFully());
      if (!records.isEmpty()) {
        log.refreshPast(write(records, producer));
      }
      return records;
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      throw new RefusedChangeException(
          "another process changes the probes of " + model + " at the same time; try again", e);
    }
  }

  private List<RecordMetadata> write(
      List<ProbeRelease> records, KafkaProducer<String, byte[]> producer) {
    producer.beginTransaction();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (ProbeRelease release : records) {
      byte[] bytes = serializer.serialize(topic(cluster).name(), release);
      sent.add(
          producer.send(new ProducerRecord<>(topic(cluster).name(), release.id().key(), bytes)));
    }
    producer.commitTransaction();
    return sent.stream().map(Answers::of).toList();
  }

  private KafkaProducer<String, byte[]> producer(String model) {
    int largest = topic(cluster).maxMessageBytes();
    Map<String, Object> settings = new HashMap<>(cluster.client());
    settings.put(
        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
        cluster.topics().prefix() + "linchpin-probes-" + model);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, largest);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) largest + OVERHEAD);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  private static Topic<ProbeRelease> topic(Cluster cluster) {
    return cluster.topics().probes();
  }
}
