package dev.linchpin.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.ablation.LeaveOneOutResult.Labelled;
import dev.linchpin.ablation.LeaveOneOutResult.NotSufficient;
import dev.linchpin.lm.CausalLm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the bundled reasoner, on a puzzle worked out by hand. */
final class LeaveOneOutTest {
  private static final String QUESTION =
      """
      Find h plus k?
      Let a=3.
      Let d=1.
      h: a plus 4.
      n: d minus a.
      k: d plus 5.
      """;
  private static final List<String> STEPS =
      List.of(
          "Need h k.\n",
          "h: a plus 4 is 3 plus 4 so h=7.\n",
          "n: d minus a is 1 minus 3 so n=8.\n",
          "Not needed.\n",
          "k: d plus 5 is 1 plus 5 so k=6.\n");

  private static CausalLm model;

  @BeforeAll
  static void load() {
    model = CausalLm.load(Path.of("models", "reasoner"));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void shouldFindTheStepsThatTheAnswerNeeds() {
    LeaveOneOutResult result =
        new LeaveOneOut(model, "Answer:", 24).label(new FinishedChain(QUESTION, STEPS, "3"));

    assertThat(result).isEqualTo(new Labelled(List.of(false, true, false, false, true)));
  }

  @Test
  void shouldNotLabelAChainThatLeadsElsewhere() {
    LeaveOneOutResult result =
        new LeaveOneOut(model, "Answer:", 24).label(new FinishedChain(QUESTION, STEPS, "9"));

    assertThat(result).isEqualTo(new NotSufficient());
  }
}
