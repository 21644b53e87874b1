package dev.linchpin.reasoner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.lm.ModelConfig.Architecture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PreTrainerTest {
  private static final ReasonerShape SMALL =
      new ReasonerShape(Architecture.QWEN2, 32, 1, 2, 2, 48, 256);
  private static final PreTraining SHORT = new PreTraining(3, 100, 4, 4e-3);

  private static TrainingProgress run() {
    List<TrainingProgress> heard = new ArrayList<>();
    new PreTrainer(SMALL, SHORT, heard::add).run(weights -> {});
    assertThat(heard).hasSize(1);
    return heard.get(0);
  }

  @Test
  void shouldLearnAndRepeatItselfForASeed() {
    TrainingProgress first = run();
    TrainingProgress second = run();

    assertThat(first.loss()).isLessThan(Math.log(Vocabulary.size()));
    assertThat(second.loss()).isEqualTo(first.loss());
    assertThat(second.skills()).isEqualTo(first.skills());
  }
}
