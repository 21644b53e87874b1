package dev.linchpin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.archive.Selection.ByIds;
import dev.linchpin.archive.Selection.ByStart;
import dev.linchpin.log.RawLog;
import dev.linchpin.wire.ChainStarted;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The chains that a selection takes from a cluster.
 *
 * @param ids their ids; empty for every record
 * @param unplaced chains in the {@code chains} topic whose start is not there, where it was needed
 */
record ChosenChains(Optional<Set<String>> ids, int unplaced) {

  /** Finds them; reads {@code chains} where the selection is about their starts. */
  static ChosenChains of(Selection selection, RawLog chains, EventReader events) {
    if (selection instanceof ByIds some) {
      return new ChosenChains(Optional.of(some.chains()), 0);
    }
    if (selection instanceof ByStart some) {
      Starts starts = new Starts(some);
      chains.read(record -> starts.take(record, events));
      return starts.chosen();
    }
    return new ChosenChains(Optional.empty(), 0);
  }

  /** Whether records of a key are taken; null where a record has none. */
  boolean takes(byte[] key) {
    return ids.isEmpty() || (key != null && ids.get().contains(new String(key, UTF_8)));
  }

  private static final class Starts {
    private final ByStart wanted;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> placed = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    Starts(ByStart wanted) {
      this.wanted = wanted;
    }

    void take(ConsumerRecord<byte[], byte[]> record, EventReader events) {
      if (record.key() == null) {
        return;
      }
      String chain = new String(record.key(), UTF_8);
      seen.add(chain);
      if (events.read(ArchivedTopic.CHAINS, record.value()) instanceof EventReader.Read read
          && read.event() instanceof ChainStarted start) {
        placed.add(chain);
        if (wanted.takes(start)) {
          taken.add(chain);
        }
      }
    }

    ChosenChains chosen() {
      seen.removeAll(placed);
      return new ChosenChains(Optional.of(taken), seen.size());
    }
  }
}
