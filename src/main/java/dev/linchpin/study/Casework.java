package dev.linchpin.study;

import dev.linchpin.ablation.Ablation;
import dev.linchpin.activation.Pooling;
import dev.linchpin.lm.UnreadableTextException;
import dev.linchpin.wire.ChainAblated.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * Lets a model think about problems and keeps everything that it tells, chain by chain, in a
 * folder. What lies there already is not made again.
 */
public final class Casework {
  private static final Logger LOG = Logger.getLogger(Casework.class);

  /** Attainability demanded of what is left of a chain, as in the paper. */
  public static final double ATTAINABILITY = 0.8;

  private final Subject subject;
  private final ChainObserver observer;
  private final Path folder;
  private final Plan plan;
  private final Map<Way, Ablation> ablations = new HashMap<>();

  /**
   * What is to be done.
   *
   * @param ways of taking chains apart, each with the number of chains, the first ones, that it is
   *     done to
   * @param seed of sampling and questions
   */
  public record Plan(Map<Way, Integer> ways, long seed) {
    public Plan {
      ways = Map.copyOf(ways);
    }
  }

  /** Work on one model's chains. */
  public Casework(Subject subject, Path folder, Plan plan) {
    this.subject = subject;
    this.observer = subject.observer(Pooling.MEAN);
    this.folder = folder;
    this.plan = plan;
    plan.ways()
        .keySet()
        .forEach(way -> ablations.put(way, subject.ablation(way, ATTAINABILITY, plan.seed())));
  }

  /**
   * A dossier for each problem, in their order; each core works on one chain after the other.
   *
   * @param progress hears of the number done
   */
  public List<Dossier> dossiers(List<Problem> problems, IntConsumer progress) {
    AtomicInteger done = new AtomicInteger();
    List<Callable<Dossier>> tasks = new ArrayList<>();
    for (int i = 0; i < problems.size(); i++) {
      int index = i;
      tasks.add(
          () -> {
            Dossier dossier = dossier(index, problems.get(index));
            progress.accept(done.incrementAndGet());
            return dossier;
          });
    }
    return WorkPool.run(tasks);
  }

  private Dossier dossier(int index, Problem problem) {
    Path file = folder.resolve(index + ".dossier");
    if (Files.exists(file)) {
      return DossierFile.read(file, problem);
    }
    Dossier dossier = make(index, problem);
    DossierFile.write(file, dossier);
    return dossier;
  }

  private Dossier make(int index, Problem problem) {
    ObservedChain chain = observer.observe(index, problem, Drawing.asInThePaper(plan.seed()));
    try {
      return make(index, chain);
    } catch (UnreadableTextException e) {
      LOG.warnf("A chain cannot be read back and is left out: chain=%s fault=%s", index, e);
      return unreadable(chain);
    }
  }

  /** What is left of a chain whose text the model's own tokenizer cannot read. */
  private Dossier unreadable(ObservedChain chain) {
    Map<Way, Removal> removals = new HashMap<>();
    plan.ways()
        .keySet()
        .forEach(way -> removals.put(way, Removal.of(Ablation.Result.without(Outcome.FAILED))));
    return new Dossier(
        new ObservedChain(
            chain.chainId(), chain.problem(), List.of(), chain.answer(), chain.correct()),
        List.of(),
        List.of(),
        removals);
  }

  private Dossier make(int index, ObservedChain chain) {
    Map<Way, Removal> removals = new HashMap<>();
    plan.ways()
        .forEach(
            (way, chains) -> {
              if (index < chains) {
                removals.put(way, removal(chain, ablations.get(way)));
              }
            });
    return new Dossier(
        chain, subject.read(chain), chain.texts().stream().map(subject::alone).toList(), removals);
  }

  private static Removal removal(ObservedChain chain, Ablation ablation) {
    return Removal.of(
        chain.correct()
            ? ablation.ablate(LabelStudy.finished(chain))
            : Ablation.Result.without(Outcome.INCORRECT));
  }
}
