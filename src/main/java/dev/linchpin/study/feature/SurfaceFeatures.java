package dev.linchpin.study.feature;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What can be said of a step without understanding it: where it stands, how long it is, what
 * numbers, operators and phrases it has, and how much it repeats. Appendix B.4 of arXiv 2604.18307,
 * and the similarities that the paper's revision adds.
 *
 * <p>Of what the paper counts, two things differ. Length is in words of {@link TfIdf} instead of
 * the model's tokens, so that texts of several models compare. {@code − × ÷} are operators like
 * their ASCII spellings. As in the paper, a hyphen is an operator, {@code 1,234} has two numbers,
 * the sign is not part of a number, and {@code 2x} has none.
 */
public final class SurfaceFeatures {
  private static final Pattern NUMBER =
      Pattern.compile("\\b\\d+(?:\\.\\d+)?\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern OPERATOR =
      Pattern.compile("[-+*/^=<>\u2264\u2265\u2260\u00b1\u2212\u00d7\u00f7]");

  private static final List<String> NAMES =
      Stream.of(
              Stream.of(
                  "position", "relative position", "words", "characters", "numbers", "operators"),
              Arrays.stream(PhraseCategory.values()).map(SurfaceFeatures::name),
              Stream.of(
                  "mean similarity to earlier steps",
                  "highest similarity to earlier steps",
                  "similarity to the question"))
          .flatMap(names -> names)
          .toList();

  private final TfIdf weights;

  /**
   * Features whose similarities are cosines of these weights.
   *
   * @param weights the paper fits them anew on every chain's steps with their question
   */
  public SurfaceFeatures(TfIdf weights) {
    this.weights = weights;
  }

  /** What the values are, in their order. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The features of one step, in the order of {@link #names}: position from 0, relative position in
   * [0, 1] (0 in a chain of one step), four counts, 0 or 1 for each category, and three
   * similarities in [0, 1], those to earlier steps 0 without any.
   *
   * @param text the step
   * @param index its position in the chain, from 0
   * @param steps number of steps of the whole chain, above {@code index}
   * @param earlier the chain's steps before it, in any order
   * @param question what the chain answers
   * @return {@code [names().size()]}
   * @throws IllegalArgumentException if {@code index} is not within the chain
   */
  public float[] of(String text, int index, int steps, List<String> earlier, String question) {
    if (index < 0 || index >= steps) {
      throw new IllegalArgumentException(
          "expected an index in [0, %d), got %d".formatted(steps, index));
    }
    return features(
        text,
        new Place(index, steps),
        repetition(
            weights.sparse(text),
            earlier.stream().map(weights::sparse).toList(),
            weights.sparse(question)));
  }

  /**
   * The features of all steps of a chain.
   *
   * @param steps the chain's steps in their order
   * @return {@code [steps][names().size()]}, each row as from {@link #of}
   */
  public float[][] ofChain(List<String> steps, String question) {
    SparseVector asked = weights.sparse(question);
    List<SparseVector> vectors = steps.stream().map(weights::sparse).toList();
    return IntStream.range(0, steps.size())
        .mapToObj(
            i ->
                features(
                    steps.get(i),
                    new Place(i, steps.size()),
                    repetition(vectors.get(i), vectors.subList(0, i), asked)))
        .toArray(float[][]::new);
  }

  /** Where a step stands: its position from 0, and the number of steps of its chain. */
  private record Place(int index, int steps) {
    double relative() {
      return index / (double) Math.max(steps - 1, 1);
    }
  }

  /** How similar a step is to what came before it, all in [0, 1]. */
  private record Repetition(double mean, double highest, double question) {}

  private static Repetition repetition(
      SparseVector step, List<SparseVector> earlier, SparseVector question) {
    double[] similarities =
        earlier.stream().mapToDouble(before -> TfIdf.similarity(step, before)).toArray();
    return new Repetition(
        Arrays.stream(similarities).average().orElse(0),
        Arrays.stream(similarities).max().orElse(0),
        TfIdf.similarity(step, question));
  }

  private static float[] features(String text, Place place, Repetition repetition) {
    float[] features = new float[NAMES.size()];
    int filled = 0;
    features[filled++] = place.index();
    features[filled++] = (float) place.relative();
    features[filled++] = Words.of(text).size();
    features[filled++] = text.length();
    features[filled++] = (float) NUMBER.matcher(text).results().count();
    features[filled++] = (float) OPERATOR.matcher(text).results().count();
    for (PhraseCategory category : PhraseCategory.values()) {
      features[filled++] = category.in(text) ? 1 : 0;
    }
    features[filled++] = (float) repetition.mean();
    features[filled++] = (float) repetition.highest();
    features[filled] = (float) repetition.question();
    return features;
  }

  private static String name(PhraseCategory category) {
    return category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
