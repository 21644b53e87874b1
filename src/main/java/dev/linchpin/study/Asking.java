package dev.linchpin.study;

import dev.linchpin.ablation.Elicitation;
import dev.linchpin.reasoning.AnswerMarker;
import java.util.Locale;

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

  /** For people. */
  public String inWords() {
    return "answers begin with '%s' (%s), asked for by '%s', at most %d tokens a chain and %d an answer"
        .formatted(
            marker.text(),
            marker.place().name().toLowerCase(Locale.ROOT).replace('_', ' '),
            elicitation.text(),
            maxNewTokens,
            elicitation.maxAnswerTokens());
  }
}
