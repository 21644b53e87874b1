package dev.linchpin.study;

import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import java.util.Locale;

/**
 * One way of taking chains apart.
 *
 * @param method in which order steps are removed
 * @param measure what has to stay attainable
 */
public record Way(AblationMethod method, AttainabilityMeasure measure) {
  /** The paper's. */
  public static final Way PAPER =
      new Way(AblationMethod.INFLUENCE, AttainabilityMeasure.MEAN_PERPLEXITY);

  /** What the paper holds it against. */
  public static final Way PAPER_RANDOM =
      new Way(AblationMethod.RANDOM, AttainabilityMeasure.MEAN_PERPLEXITY);

  /** Linchpin's own default. */
  public static final Way STRICT =
      new Way(AblationMethod.INFLUENCE, AttainabilityMeasure.WORST_STEP);

  /** The same order of removal by chance. */
  public static final Way STRICT_RANDOM =
      new Way(AblationMethod.RANDOM, AttainabilityMeasure.WORST_STEP);

  @Override
  public String toString() {
    return method + ", " + measure;
  }

  /** For people: {@code influence, worst step}. */
  public String inWords() {
    return toString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
