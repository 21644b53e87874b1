package dev.linchpin.app.study;

import dev.linchpin.app.cluster.BundledModel;
import dev.linchpin.app.cluster.ElicitationOptions;
import dev.linchpin.app.reasoner.Progress;
import dev.linchpin.lm.ModelFormatException;
import dev.linchpin.reasoner.BundledReasoner;
import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.study.Asking;
import dev.linchpin.study.Problem;
import dev.linchpin.study.Problems;
import dev.linchpin.study.Way;
import dev.linchpin.study.finding.StudySettings;
import dev.linchpin.study.report.Report;
import dev.linchpin.study.report.ReportFiles;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The paper's findings, checked. */
@Command(
    name = "study",
    description =
        "Repeats the experiments of arXiv 2604.18307 and writes a report: report.md, report.html"
            + " and report.json with plots and tables. Without options it is about the bundled"
            + " reasoners, whose true importance is known. A study that was interrupted goes on"
            + " where it was; the same settings give the same figures.",
    mixinStandardHelpOptions = true)
public final class StudyCommand implements Runnable {
  private static final int PUZZLE_TOKENS = 160;
  private static final int PROBLEM_TOKENS = 4096;

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "study",
      description =
          "Folder of the report, and of what is kept to go on (default ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--quick",
      description = "A small study in a few minutes: fewer chains, one training, one MLP.")
  private boolean quick;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "A model to study, in the Hugging Face layout; may be given several times (default: the"
              + " bundled reasoners).")
  private List<Path> models = List.of();

  @Option(
      names = "--problems",
      paramLabel = "FILE",
      description =
          "Problems, one JSON object a line with the fields problem and answer (default: new"
              + " puzzles).")
  private Optional<Path> problems = Optional.empty();

  @Option(
      names = "--chains",
      paramLabel = "N",
      description = "Chains of each model (default: 400, or 50 with --quick).")
  private Optional<Integer> chains = Optional.empty();

  @Option(
      names = "--measure",
      defaultValue = "WORST_STEP",
      description =
          "What has to stay attainable when steps are removed, for the labels:"
              + " ${COMPLETION-CANDIDATES}; the paper's is MEAN_PERPLEXITY (default"
              + " ${DEFAULT-VALUE}).")
  private AttainabilityMeasure measure;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of puzzles, sampling, questions and trainings (default: 20260418).")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--answer-marker",
      paramLabel = "TEXT",
      defaultValue = "^Answer:",
      description =
          "Text that ends the steps and begins the answer; ^ ties it to the start of a line"
              + " (default ${DEFAULT-VALUE}).")
  private String answerMarker;

  @Mixin private ElicitationOptions elicitation;

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      description = "Most tokens of a chain (default: 160 for puzzles, 4096 for --problems).")
  private Optional<Integer> maxNewTokens = Optional.empty();

  @Override
  public void run() {
    StudySettings settings = settings();
    Progress progress = new Progress(spec.commandLine().getErr());
    try {
      List<Problem> asked =
          problems
              .map(Problems::read)
              .orElseGet(() -> Problems.puzzles(settings.chains(), settings.seed()));
      Report report =
          new StudyRun(new StudyFolder(out), settings, asked, progress).run(studied(), command());
      ReportFiles.write(out, report);
      report.summary().forEach(spec.commandLine().getOut()::println);
      spec.commandLine().getOut().println("wrote " + out.resolve("report.html"));
      spec.commandLine().getOut().flush();
    } catch (IllegalArgumentException | ModelFormatException | UncheckedIOException e) {
      throw wrong(e.getMessage());
    }
  }

  private StudySettings settings() {
    StudySettings size = quick ? StudySettings.QUICK : StudySettings.FULL;
    try {
      return new StudySettings(
          chains.orElse(size.chains()),
          size.compared(),
          size.hiddenUnits(),
          size.seeds(),
          size.updates(),
          new Way(AblationMethod.INFLUENCE, measure),
          seed.orElse(size.seed()));
    } catch (IllegalArgumentException e) {
      throw wrong("--chains: " + e.getMessage());
    }
  }

  private List<StudiedModel> studied() {
    Asking asking = asking();
    List<StudiedModel> studied = new ArrayList<>();
    if (models.isEmpty()) {
      for (BundledReasoner reasoner : BundledReasoner.values()) {
        studied.add(new StudiedModel(bundled(reasoner), asking));
      }
    }
    models.forEach(folder -> studied.add(new StudiedModel(folder, asking)));
    return studied;
  }

  private Path bundled(BundledReasoner reasoner) {
    return BundledModel.find(reasoner)
        .orElseThrow(() -> wrong("models/" + reasoner.folder() + " is not here; give --model DIR"));
  }

  private Asking asking() {
    int tokens = maxNewTokens.orElse(problems.isPresent() ? PROBLEM_TOKENS : PUZZLE_TOKENS);
    if (tokens < 1) {
      throw wrong("--max-new-tokens: expected at least 1, got " + tokens);
    }
    return new Asking(marker(), elicitation.elicitation(), tokens);
  }

  private AnswerMarker marker() {
    try {
      return AnswerMarker.parse(answerMarker);
    } catch (IllegalArgumentException e) {
      throw wrong("--answer-marker: " + e.getMessage());
    }
  }

  /** The command line as it would be typed. */
  private String command() {
    List<String> arguments = spec.commandLine().getParseResult().originalArgs();
    return Stream.concat(
            Stream.of("./linchpin study"), arguments.stream().map(StudyCommand::quoted))
        .reduce((a, b) -> a + " " + b)
        .orElseThrow();
  }

  private static String quoted(String argument) {
    return argument.matches("[\\w./:=-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
