package dev.linchpin.study.feature;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Weights of a text's terms: those that it repeats weigh more, those that most texts have weigh
 * less. A term's weight is {@code (1 + ln tf) * (ln((1 + n) / (1 + df)) + 1)}, where {@code tf} is
 * how often the text has it, {@code n} the number of texts fitted on and {@code df} how many of
 * them have it; a vector is then scaled to length 1. These are scikit-learn's formulas with {@code
 * sublinear_tf}, which the paper's baseline uses; what a word is differs.
 *
 * <p>A word is a run of letters and digits in lower case, a number with its decimals, or a single
 * operator ({@code + - * / ^ = < > ≤ ≥ ≠ ± × ÷ : %}); other punctuation and white space only
 * separate. Words of one character count, unlike in scikit-learn: in puzzles such as {@code Let k:
 * b plus 6} they are all there is.
 */
public final class TfIdf {
  private final NGrams ngrams;
  private final Map<String, Term> terms;

  private TfIdf(NGrams ngrams, Map<String, Term> terms) {
    this.ngrams = ngrams;
    this.terms = terms;
  }

  /**
   * A term that counts.
   *
   * @param index its place in a vector
   * @param inverseFrequency its weight where a text has it once, 1 or more
   */
  private record Term(int index, double inverseFrequency) {}

  /**
   * How common a term is.
   *
   * @param term its words
   * @param total how often it occurs in all texts
   * @param texts how many texts have it
   */
  private record Occurrence(String term, int total, int texts) {
    Occurrence plus(Occurrence other) {
      return new Occurrence(term, total + other.total, texts + other.texts);
    }
  }

  /**
   * Takes the terms from some texts. The most frequent ones count; of equally frequent ones those
   * that come first in the order of their characters. Vectors have the terms in that order, too.
   *
   * @param texts may be empty, and then no term counts
   * @param maxFeatures most terms that count, 1 or more
   * @throws IllegalArgumentException if {@code maxFeatures} is below 1
   */
  public static TfIdf fit(List<String> texts, NGrams ngrams, int maxFeatures) {
    if (maxFeatures < 1) {
      throw new IllegalArgumentException("expected maxFeatures >= 1, got " + maxFeatures);
    }
    List<Occurrence> chosen =
        occurrences(texts, ngrams).values().stream()
            .sorted(
                Comparator.comparingInt(Occurrence::total)
                    .reversed()
                    .thenComparing(Occurrence::term))
            .limit(maxFeatures)
            .sorted(Comparator.comparing(Occurrence::term))
            .toList();
    Map<String, Term> terms = new HashMap<>();
    chosen.forEach(o -> terms.put(o.term(), new Term(terms.size(), weight(o, texts.size()))));
    return new TfIdf(ngrams, terms);
  }

  /** Number of terms that count, 0 or more. */
  public int size() {
    return terms.size();
  }

  /**
   * The weights of a text's terms.
   *
   * @return {@code [size()]}, 0 or more, of length 1; all 0 if the text has none of the terms
   */
  public float[] vector(String text) {
    return sparse(text).dense(size());
  }

  /**
   * Cosine of the angle between two texts' vectors.
   *
   * @return in [0, 1]; 0 if one of them has none of the terms
   */
  public double similarity(String a, String b) {
    return similarity(sparse(a), sparse(b));
  }

  static double similarity(SparseVector a, SparseVector b) {
    return Math.min(1, a.dot(b));
  }

  SparseVector sparse(String text) {
    Map<Integer, Double> weights = new TreeMap<>();
    counts(text, ngrams)
        .forEach(
            (term, count) -> {
              Term known = terms.get(term);
              if (known != null) {
                weights.put(known.index(), (1 + Math.log(count)) * known.inverseFrequency());
              }
            });
    double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    return new SparseVector(
        weights.keySet().stream().mapToInt(Integer::intValue).toArray(),
        weights.values().stream().mapToDouble(w -> w / length).toArray());
  }

  private static Map<String, Occurrence> occurrences(List<String> texts, NGrams ngrams) {
    Map<String, Occurrence> occurrences = new HashMap<>();
    for (String text : texts) {
      counts(text, ngrams)
          .forEach(
              (term, count) ->
                  occurrences.merge(term, new Occurrence(term, count, 1), Occurrence::plus));
    }
    return occurrences;
  }

  private static Map<String, Integer> counts(String text, NGrams ngrams) {
    return ngrams.terms(text).collect(Collectors.toMap(term -> term, term -> 1, Integer::sum));
  }

  private static double weight(Occurrence occurrence, int texts) {
    return Math.log((1.0 + texts) / (1.0 + occurrence.texts())) + 1;
  }
}
