package dev.linchpin.ablation;

import dev.linchpin.reasoning.AnswerMatcher;
import java.util.regex.Pattern;

/** Steps that say the answer outright. */
final class Shortcuts {
  private static final Pattern ANSWERING =
      Pattern.compile("\\b(final\\s+)?answer\\b|\\\\boxed\\{", Pattern.CASE_INSENSITIVE);

  private Shortcuts() {}

  /** Whether a step speaks of the answer and gives the right one. */
  static boolean statesAnswer(String step, String answerKey) {
    return ANSWERING.matcher(step).find() && AnswerMatcher.matches(step.strip(), answerKey);
  }
}
