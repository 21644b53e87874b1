package dev.linchpin.app.reasoner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.Bar;
import dev.linchpin.reasoner.BundledReasoner;
import dev.linchpin.study.Subject;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checkpoints that ship, on fewer puzzles than {@code linchpin reasoner check} takes. */
final class BundledReasonerTest {
  @ParameterizedTest
  @EnumSource(BundledReasoner.class)
  void shouldMeetItsBars(BundledReasoner bundled) {
    Progress silent = new Progress(new PrintWriter(Writer.nullWriter()));
    try (Subject reasoner = Subject.reasoner(Path.of("models", bundled.folder()))) {
      List<Bar> bars = new ReasonerCheck(reasoner, silent, 31).measure(100, 250, Pooling.MEAN);

      assertThat(reasoner.model().name()).isEqualTo(bundled.modelName());
      assertThat(bars).hasSize(7).allSatisfy(bar -> assertThat(bar.met()).as("%s", bar).isTrue());
    }
  }
}
