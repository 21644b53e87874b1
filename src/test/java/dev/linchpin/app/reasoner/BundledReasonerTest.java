package dev.linchpin.app.reasoner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.Bar;
import dev.linchpin.study.Subject;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checkpoint that ships, on fewer puzzles than {@code linchpin reasoner check} takes. */
final class BundledReasonerTest {
  @Test
  void shouldMeetItsBars() {
    Progress silent = new Progress(new PrintWriter(Writer.nullWriter()));
    try (Subject reasoner = Subject.reasoner(Path.of("models", "reasoner"))) {
      List<Bar> bars = new ReasonerCheck(reasoner, silent, 31).measure(100, 250, Pooling.MEAN);

      assertThat(bars).hasSize(7).allSatisfy(bar -> assertThat(bar.met()).as("%s", bar).isTrue());
    }
  }
}
