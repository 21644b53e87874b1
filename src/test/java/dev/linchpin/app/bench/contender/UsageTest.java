package dev.linchpin.app.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class UsageTest {

  @Test
  void shouldKnowWhatThisProcessUses() {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "there is no /proc");

    // When
    Usage usage = new Usage(ProcessHandle.current());

    // Then
    assertThat(usage.cpuSeconds()).isPositive();
    assertThat(usage.residentMb()).isBetween(10.0, usage.peakMb());
  }

  @Test
  void shouldAddUpTheLinesOfAMetric() {
    // Given
    String page =
        """
        # TYPE jvm_memory_used_bytes gauge
        jvm_memory_used_bytes{area="heap",id="Eden"} 1.5E7
        jvm_memory_used_bytes{area="heap",id="Old"} 5000000.0
        jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.0E9
        """;

    // Then
    assertThat(MetricsPage.sum(page, "jvm_memory_used_bytes{area=\"heap\"")).isEqualTo(2e7);
  }
}
