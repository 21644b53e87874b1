package dev.linchpin.reasoner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PuzzleGeneratorTest {
  private static List<Puzzle> puzzles(long seed) {
    PuzzleGenerator generator = new PuzzleGenerator(new Random(seed), Difficulty.FULL);
    return Stream.generate(generator::next).limit(500).toList();
  }

  @Test
  void shouldGiveTheSamePuzzlesForASeed() {
    assertThat(puzzles(3)).isEqualTo(puzzles(3)).isNotEqualTo(puzzles(4));
  }

  @Test
  void shouldDefineOperandsBeforeTheirUse() {
    assertThat(puzzles(5))
        .allSatisfy(
            puzzle -> {
              Set<Integer> known = new HashSet<>();
              for (int name : puzzle.definitions()) {
                assertThat(known).containsAll(puzzle.variables().get(name).operands());
                known.add(name);
              }
            });
  }

  @Test
  void shouldComputeValuesModuloTen() {
    assertThat(puzzles(6)).allSatisfy(PuzzleGeneratorTest::assertValues);
  }

  private static void assertValues(Puzzle puzzle) {
    for (Variable variable : puzzle.variables().values()) {
      if (variable instanceof Variable.Computed computed) {
        int left = puzzle.variables().get(computed.left()).value();
        int right =
            computed.right() instanceof Variable.Right.Of of
                ? puzzle.variables().get(of.name()).value()
                : ((Variable.Right.Constant) computed.right()).number();
        int result = computed.operator() == Operator.PLUS ? left + right : left - right;
        assertThat(computed.value()).isEqualTo(Math.floorMod(result, 10));
      }
    }
  }

  @Test
  void shouldKeepToItsDifficulty() {
    assertThat(puzzles(7))
        .allSatisfy(
            puzzle -> {
              assertThat(puzzle.targets()).hasSizeBetween(2, 3).doesNotHaveDuplicates();
              assertThat(puzzle.needed()).containsAll(puzzle.targets());
              assertThat(idle(puzzle)).isGreaterThanOrEqualTo(1);
            });
  }

  private static long idle(Puzzle puzzle) {
    return puzzle.variables().values().stream()
        .filter(Variable.Computed.class::isInstance)
        .filter(variable -> !puzzle.needed().contains(variable.name()))
        .count();
  }
}
