package dev.linchpin.reasoner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.reasoner.ChainWriter.Span;
import dev.linchpin.reasoner.ChainWriter.StepKind;
import dev.linchpin.reasoner.ChainWriter.Written;
import dev.linchpin.reasoning.AnswerMatcher;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChainWriterTest {
  private static final Pattern STEP =
      Pattern.compile("([a-p]): .* is (\\d) (plus|minus) (\\d) so ([a-p])=(\\d)\\.\\n");

  private record Solved(Puzzle puzzle, Written chain) {
    String text(Span step) {
      return Vocabulary.text(chain.tokens(), step.from(), step.to());
    }
  }

  private static Solved solved(long seed) {
    Random random = new Random(seed);
    Puzzle puzzle = new PuzzleGenerator(random, Difficulty.FULL).next();
    return new Solved(puzzle, new ChainWriter(random).write(puzzle));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void shouldCalculateRightInEveryStep(long seed) {
    Solved solved = solved(seed);

    assertThat(solved.chain().steps())
        .filteredOn(step -> EnumSet.of(StepKind.NEEDED, StepKind.DETOUR).contains(step.kind()))
        .isNotEmpty()
        .allSatisfy(step -> assertThat(isRight(solved.text(step))).as(solved.text(step)).isTrue());
  }

  private static boolean isRight(String step) {
    Matcher parts = STEP.matcher(step);
    assertThat(parts.matches()).as(step).isTrue();
    int left = Integer.parseInt(parts.group(2));
    int right = Integer.parseInt(parts.group(4));
    int result = parts.group(3).equals("plus") ? left + right : left - right;
    return parts.group(1).equals(parts.group(5))
        && Math.floorMod(result, 10) == Integer.parseInt(parts.group(6));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void shouldComputeAllThatIsNeededAndRemarkOnTheRest(long seed) {
    Solved solved = solved(seed);

    for (Span step : solved.chain().steps()) {
      Optional<Boolean> truth = StepTruth.needed(solved.puzzle(), solved.text(step));
      assertThat(truth)
          .isEqualTo(
              switch (step.kind()) {
                case NEEDED -> Optional.of(true);
                case DETOUR -> Optional.of(false);
                case PLAN, RECALL, REMARK -> Optional.empty();
              });
    }
    assertThat(solved.chain().steps().stream().filter(s -> s.kind() == StepKind.NEEDED))
        .hasSameSizeAs(solved.puzzle().needed());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void shouldEndWithTheRightAnswer(long seed) {
    Solved solved = solved(seed);
    int[] tokens = solved.chain().tokens();
    String text = Vocabulary.text(tokens, solved.chain().questionEnd(), tokens.length);
    String answer = text.substring(text.indexOf("Answer:"), text.indexOf("<eos>"));

    boolean right = AnswerMatcher.matches(answer, Integer.toString(solved.puzzle().answer()));

    assertThat(right).as(answer).isTrue();
  }
}
