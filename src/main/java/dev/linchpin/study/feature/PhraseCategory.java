package dev.linchpin.study.feature;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What kind of remark a step makes, told by its phrases: appendix B.4 of arXiv 2604.18307. A step
 * may belong to several categories or to none.
 */
public enum PhraseCategory {
  /** Words that carry the chain on without content. */
  FILLER(
      "let me think | let's think | lets think | let me consider | let's consider | let me see"
          + " | let's see | let me ensure | let's ensure | lets ensure | hmm | okay | alright"
          + " | so basically | in other words"),
  /** Doubts and checks. */
  VERIFICATION(
      "wait | double check | double-check | recompute | recalculate | verify | let me check"
          + " | let's check | checking | is this correct | does this make sense | let me re"
          + " | actually, let me | hold on"),
  /** What is going to be done. */
  PLANNING(
      "we need | first, i | step 1 | step 2 | my approach | i'll start by | the plan is"
          + " | i need to | i should | let me start | to solve this | the strategy | i will"
          + " | my strategy"),
  /** What is being done. */
  COMPUTATION(
      "calculating | computing | plugging in | substituting | evaluating | simplifying"
          + " | expanding | factoring | multiplying | dividing | adding | subtracting"
          + " | integrating | differentiating | solving for"),
  /** What is known from elsewhere. */
  FACT_RETRIEVAL(
      "we know that | recall that | remember that | by definition | by the formula"
          + " | using the formula | the formula for | it is known | a known result"
          + " | from the theorem | by theorem | since we know");

  private final String phrases;

  PhraseCategory(String phrases) {
    this.phrases = phrases;
  }

  /** The phrases in lower case. */
  public Stream<String> phrases() {
    return Stream.of(phrases.split(" \\| ", -1));
  }

  /**
   * Whether a text has one of the phrases, in upper or lower case and anywhere: as in the paper, a
   * phrase may begin or end within a word, so that {@code let me re} finds {@code Let me recheck},
   * and {@code adding} finds {@code padding}. A curly apostrophe counts as a straight one.
   */
  public boolean in(String text) {
    String plain = text.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    return phrases().anyMatch(plain::contains);
  }
}
