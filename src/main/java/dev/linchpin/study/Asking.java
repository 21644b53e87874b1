package dev.linchpin.study;

import dev.linchpin.ablation.Elicitation;
import dev.linchpin.reasoning.AnswerMarker;

/**
 * How a model is made to think and to answer.
 *
 * @param marker where its steps end and its answer begins
 * @param elicitation what makes it answer at once
 * @param maxNewTokens most tokens of a chain with its answer
 */
public record Asking(AnswerMarker marker, Elicitation elicitation, int maxNewTokens) {
  /** As the bundled reasoners were trained. */
  public static final Asking OF_REASONERS =
      new Asking(AnswerMarker.parse("^Answer:"), new Elicitation("Answer:", 24), 160);
}
