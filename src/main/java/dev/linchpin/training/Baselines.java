package dev.linchpin.training;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Features that a probe on activations has to beat, {@code [steps][features]}: put them into {@link
 * LabelledStep#with} and train as usual.
 */
public final class Baselines {
  /** Buckets of the bag of words. */
  static final int BUCKETS = 1024;

  private static final Pattern BLANK = Pattern.compile("\\s+");

  private Baselines() {}

  /** How often each word occurs in the step; words are hashed into 1024 buckets. */
  public static float[][] bagOfWords(List<StepText> steps) {
    return steps.stream().map(step -> bag(step.text())).toArray(float[][]::new);
  }

  /** The step's position, its length and its question's length, both in words. */
  public static float[][] positionWithLength(List<StepText> steps) {
    return steps.stream()
        .map(
            step ->
                new float[] {
                  step.stepIndex(), words(step.text()).length, words(step.question()).length
                })
        .toArray(float[][]::new);
  }

  /**
   * How likely the model found the step's beginning.
   *
   * @param logProbabilities natural log-probability of each step's first token
   */
  public static float[][] firstToken(double[] logProbabilities) {
    return Arrays.stream(logProbabilities)
        .mapToObj(value -> new float[] {(float) value})
        .toArray(float[][]::new);
  }

  private static float[] bag(String text) {
    float[] counts = new float[BUCKETS];
    for (String word : words(text)) {
      int hash = word.hashCode();
      counts[Math.floorMod(hash ^ (hash >>> 16), BUCKETS)]++;
    }
    return counts;
  }

  private static String[] words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? new String[0] : BLANK.split(stripped);
  }
}
