package dev.linchpin.ablation;

import dev.linchpin.ablation.LeaveOneOutResult.Labelled;
import dev.linchpin.ablation.LeaveOneOutResult.NotNecessary;
import dev.linchpin.ablation.LeaveOneOutResult.NotSufficient;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.reasoning.AnswerMatcher;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain removal: take one step out, ask for the answer, compare. A step without which the likeliest
 * answer is wrong is important. It misses steps whose result a later step repeats.
 */
public final class LeaveOneOut {
  private final GreedyAnswers answers;
  private final String elicitation;

  /**
   * Asks one model.
   *
   * @param model the model that wrote the chains
   * @param elicitation the text that makes it answer, put after the steps
   * @param maxAnswerTokens most tokens of an answer
   */
  public LeaveOneOut(CausalLm model, String elicitation, int maxAnswerTokens) {
    this.answers = new GreedyAnswers(model, maxAnswerTokens);
    this.elicitation = elicitation;
  }

  /** Labels the steps of a chain that the model needs and that leads it to the right answer. */
  public LeaveOneOutResult label(FinishedChain chain) {
    List<String> texts = new ArrayList<>();
    texts.add(chain.whole() + elicitation);
    texts.add(chain.prompt() + elicitation);
    for (int i = 0; i < chain.steps().size(); i++) {
      texts.add(chain.without(i) + elicitation);
    }
    List<Boolean> right =
        answers.continuations(texts).stream()
            .map(answer -> AnswerMatcher.matches(answer, chain.answerKey()))
            .toList();
    if (!right.get(0)) {
      return new NotSufficient();
    }
    if (right.get(1)) {
      return new NotNecessary();
    }
    return new Labelled(right.stream().skip(2).map(found -> !found).toList());
  }
}
