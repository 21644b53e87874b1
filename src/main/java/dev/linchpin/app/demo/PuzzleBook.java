package dev.linchpin.app.demo;

import dev.linchpin.reasoner.Difficulty;
import dev.linchpin.reasoner.Puzzle;
import dev.linchpin.reasoner.PuzzleGenerator;
import dev.linchpin.wire.ProblemPosed;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Poses puzzles and remembers them, so that chains can be held against their graphs. */
final class PuzzleBook {
  private final Map<String, Puzzle> posed = new ConcurrentHashMap<>();
  private final PuzzleGenerator generator;
  private final InstantSource clock;

  PuzzleBook(long seed, InstantSource clock) {
    this.generator = new PuzzleGenerator(new Random(seed), Difficulty.FULL);
    this.clock = clock;
  }

  ProblemPosed pose() {
    Puzzle puzzle = generator.next();
    String id = "puzzle-" + posed.size();
    posed.put(id, puzzle);
    String key = Integer.toString(puzzle.answer());
    return new ProblemPosed(id, puzzle.question(), Optional.of(key), clock.instant());
  }

  int size() {
    return posed.size();
  }

  Optional<Puzzle> puzzle(String problemId) {
    return Optional.ofNullable(posed.get(problemId));
  }
}
