package dev.linchpin.app.cluster;

import dev.linchpin.ablation.Elicitation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say how a model is made to answer. */
public final class ElicitationOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--elicitation",
      paramLabel = "TEXT",
      defaultValue = "Answer:",
      description = "Put after the steps to make the model answer (default ${DEFAULT-VALUE}).")
  private String elicitation;

  @Option(
      names = "--max-answer-tokens",
      paramLabel = "N",
      defaultValue = "24",
      description = "Most tokens of an answer (default ${DEFAULT-VALUE}).")
  private int maxAnswerTokens;

  /** What was asked for. */
  public Elicitation elicitation() {
    try {
      return new Elicitation(elicitation, maxAnswerTokens);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
