package dev.linchpin.dashboard.live;

import static dev.linchpin.dashboard.chain.ChainSamples.BEGAN;
import static dev.linchpin.dashboard.chain.ChainSamples.completed;
import static dev.linchpin.dashboard.chain.ChainSamples.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.dashboard.chain.ChainRecord;
import dev.linchpin.dashboard.chain.Exposure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LiveBoardTest {
  private static final int LONG = 8 << 20;

  private final LiveBoard board = new LiveBoard(Exposure.TEXT, leadTime -> {});

  @Test
  void shouldKeepTheNewestChainsOnly() {
    // When
    for (int i = 0; i <= LiveBoard.MOST_CHAINS; i++) {
      board.apply(new ChainRecord.Started(started("c" + i)), BEGAN);
    }

    // Then
    assertThat(ids()).hasSize(LiveBoard.MOST_CHAINS).doesNotContain("c0").contains("c1");
  }

  @Test
  void shouldKeepFewerChainsWhenTheirStepsAreLong() {
    // Given
    String text = "x".repeat(LONG);

    // When
    for (int i = 0; i < 20; i++) {
      board.apply(new ChainRecord.Started(started("c" + i)), BEGAN);
      board.apply(new ChainRecord.Completed(completed("c" + i, 0, text)), BEGAN);
    }

    // Then
    assertThat(ids()).hasSizeBetween(6, 8).startsWith("c19", "c18");
  }

  private List<String> ids() {
    return board.newest(Optional.empty()).map(chain -> chain.head().chainId()).toList();
  }
}
