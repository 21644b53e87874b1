package dev.linchpin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class OffsetLedgerTest {

  private static final TopicPartition P0 = new TopicPartition("problems", 0);
  private static final TopicPartition P1 = new TopicPartition("problems", 1);

  private final OffsetLedger ledger = new OffsetLedger();

  @Test
  void shouldNotPassARecordThatIsNotDone() {
    ledger.taken(P0, 7);
    ledger.taken(P0, 8);
    ledger.taken(P1, 3);

    ledger.done(P0, 8);
    ledger.done(P1, 3);

    assertThat(ledger.positions()).isEqualTo(positions(7, 4));
  }

  @Test
  void shouldPassAllThatIsDone() {
    ledger.taken(P0, 7);
    ledger.taken(P0, 9);
    ledger.taken(P1, 3);

    ledger.done(P0, 9);
    ledger.done(P0, 7);

    assertThat(ledger.positions()).isEqualTo(positions(10, 3));
  }

  @Test
  void shouldSayNothingOfPartitionsThatAnotherNodeHas() {
    ledger.taken(P0, 7);
    ledger.taken(P1, 3);

    ledger.forget(List.of(P0));
    ledger.done(P0, 7);

    assertThat(ledger.positions()).isEqualTo(Map.of(P1, new OffsetAndMetadata(3)));
  }

  private static Map<TopicPartition, OffsetAndMetadata> positions(long first, long second) {
    return Map.of(P0, new OffsetAndMetadata(first), P1, new OffsetAndMetadata(second));
  }
}
