package dev.linchpin.ablation;

import dev.linchpin.lm.CausalLm;
import dev.linchpin.wire.ChainAblated.Outcome;
import dev.linchpin.wire.ChainAblated.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes a finished chain apart as arXiv 2604.18307 does: is it needed at all, which of its steps
 * are shortcuts, what is the shortest prefix that suffices, and which of that prefix's steps hold
 * the answer up. The same chain and settings give the same result. Safe for use by several threads.
 */
public final class Ablation {
  private final CausalLm model;
  private final Settings settings;
  private final Elicitation elicitation;

  /**
   * An ablation that asks one model.
   *
   * @param model the model that wrote the chains
   * @param settings how steps are taken out
   * @param elicitation how the answer is asked for
   */
  public Ablation(CausalLm model, Settings settings, Elicitation elicitation) {
    this.model = model;
    this.settings = settings;
    this.elicitation = elicitation;
  }

  /**
   * What became of a chain.
   *
   * @param outcome whether its steps are labelled, and why not
   * @param core what removal left; empty unless labelled
   * @param forwardPasses passes of the model, each over one batch
   */
  public record Result(Outcome outcome, Core core, long forwardPasses) {
    /** A chain that the model need not be asked about. */
    public static Result without(Outcome outcome) {
      return new Result(outcome, Core.NONE, 0);
    }
  }

  /** How steps are taken out. */
  public Settings settings() {
    return settings;
  }

  /** Name of the model that is asked. */
  public String modelName() {
    return model.name();
  }

  /** Digest of the model that is asked. */
  public String modelFingerprint() {
    return model.fingerprint();
  }

  /** Takes a chain apart. */
  public Result ablate(FinishedChain chain) {
    TokenizedChain tokens = TokenizedChain.of(chain, elicitation, model.tokenizer());
    if (tokens.longest() + elicitation.maxAnswerTokens() > model.config().maxPositions()) {
      return Result.without(Outcome.TOO_LONG);
    }
    Trial trial = new Trial(model, chain, tokens, settings, elicitation.maxAnswerTokens());
    return ablate(chain, trial);
  }

  private Result ablate(FinishedChain chain, Trial trial) {
    StepSet all = StepSet.of(IntStream.range(0, chain.steps().size()));
    trial.ask(bareAndSingles(all));
    if (1 - trial.sufficiency(all.first(0)) < settings.sufficiencyAtLeast()) {
      return new Result(Outcome.NOT_NECESSARY, Core.NONE, trial.passes());
    }
    StepSet eligible = withoutShortcuts(chain, all, trial);
    StepSet prefix = shortestPrefix(eligible, trial);
    if (prefix.size() == 0) {
      return new Result(Outcome.NOT_SUFFICIENT, Core.NONE, trial.passes());
    }
    Core core = new CoreSearch(trial, settings, chain.chainId()).find(prefix, chain.steps().size());
    return new Result(Outcome.LABELLED, core, trial.passes());
  }

  private static List<StepSet> bareAndSingles(StepSet all) {
    List<StepSet> sets = new ArrayList<>();
    sets.add(all.first(0));
    all.indices().forEach(i -> sets.add(StepSet.of(IntStream.of(i))));
    return sets;
  }

  private StepSet withoutShortcuts(FinishedChain chain, StepSet all, Trial trial) {
    return StepSet.of(
        all.indices().stream()
            .mapToInt(Integer::intValue)
            .filter(
                i -> trial.sufficiency(StepSet.of(IntStream.of(i))) < settings.sufficiencyAtLeast())
            .filter(i -> !Shortcuts.statesAnswer(chain.steps().get(i), chain.answerKey())));
  }

  private StepSet shortestPrefix(StepSet eligible, Trial trial) {
    List<StepSet> prefixes =
        IntStream.rangeClosed(1, eligible.size()).mapToObj(eligible::first).toList();
    trial.ask(prefixes);
    return prefixes.stream()
        .filter(prefix -> trial.sufficiency(prefix) >= settings.sufficiencyAtLeast())
        .findFirst()
        .orElse(eligible.first(0));
  }
}
