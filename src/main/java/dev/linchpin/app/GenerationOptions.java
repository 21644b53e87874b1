package dev.linchpin.app;

import dev.linchpin.activation.LayerSelection;
import dev.linchpin.activation.NumberFormat;
import dev.linchpin.activation.Pooling;
import dev.linchpin.app.cluster.BundledModel;
import dev.linchpin.inference.CaptureSettings;
import dev.linchpin.inference.CheckpointModel;
import dev.linchpin.lm.ModelFormatException;
import dev.linchpin.reasoning.AnswerMarker;
import dev.linchpin.wire.SamplingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say which model reasons, how, and what is captured of it. */
final class GenerationOptions {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "Hugging Face folder: config.json, safetensors, tokenizer.json (default: the bundled"
              + " reasoner).")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--temperature",
      paramLabel = "T",
      defaultValue = "0.6",
      description = "Sampling temperature, 0 for greedy (default ${DEFAULT-VALUE}).")
  private double temperature;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      defaultValue = "0.95",
      description = "Share of probability that tokens are drawn from (default ${DEFAULT-VALUE}).")
  private double topP;

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      defaultValue = "4096",
      description = "Most tokens of a chain (default ${DEFAULT-VALUE}).")
  private int maxNewTokens;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of the sampling (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--answer-marker",
      paramLabel = "TEXT",
      defaultValue = "^Answer:",
      description =
          "Text that ends the steps and begins the answer; ^ ties it to the start of a line. For"
              + " models that think in tags: </think> (default ${DEFAULT-VALUE}).")
  private String answerMarker;

  @Option(
      names = "--pooling",
      defaultValue = "mean",
      converter = PoolingConverter.class,
      description =
          "How a step's tokens become one vector: mean, last, first-predictor (default"
              + " ${DEFAULT-VALUE}).")
  private Pooling pooling;

  @Option(
      names = {"--dtype", "--format"},
      defaultValue = "bf16",
      converter = FormatConverter.class,
      description =
          "Number format of activations: bf16, f16, f32, int8 (a scale for every 64 values)"
              + " (default ${DEFAULT-VALUE}).")
  private NumberFormat format;

  @Option(
      names = "--layers",
      paramLabel = "N",
      split = ",",
      description =
          "Numbers of the blocks that are captured, from 1, ascending, such as 8,16,24 (default:"
              + " all).")
  private List<Integer> layers = List.of();

  @Option(
      names = "--layer-mean",
      description =
          "Send the mean of the captured blocks alone; probes on the layers' mean can read it.")
  private boolean layerMean;

  /** Loads the model; a fault of the folder is a wrong argument. */
  CheckpointModel load() {
    Path folder =
        model
            .or(BundledModel::find)
            .orElseThrow(() -> wrong("The bundled reasoner is not here; give --model DIR"));
    try {
      return CheckpointModel.load(folder);
    } catch (ModelFormatException e) {
      throw wrong(e.getMessage());
    }
  }

  /** How tokens are drawn. */
  SamplingSettings sampling() {
    if (!(temperature >= 0 && temperature <= Float.MAX_VALUE)) {
      throw wrong("--temperature: expected 0 or more, got " + temperature);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw wrong("--top-p: expected a share in (0, 1], got " + topP);
    }
    if (maxNewTokens < 1) {
      throw wrong("--max-new-tokens: expected at least 1, got " + maxNewTokens);
    }
    return new SamplingSettings(temperature, topP, maxNewTokens, seed);
  }

  /** How text and activations become steps. */
  CaptureSettings capture() {
    return new CaptureSettings(marker(), pooling, selection(), format);
  }

  private AnswerMarker marker() {
    try {
      return AnswerMarker.parse(answerMarker);
    } catch (IllegalArgumentException e) {
      throw wrong("--answer-marker: " + e.getMessage());
    }
  }

  private LayerSelection selection() {
    try {
      LayerSelection selection = LayerSelection.of(layers);
      return layerMean ? selection.mean() : selection;
    } catch (IllegalArgumentException e) {
      throw wrong("--layers: " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Reads {@code first-predictor}. */
  static final class PoolingConverter extends ChoiceConverter<Pooling> {
    PoolingConverter() {
      super(Pooling.class);
    }
  }

  /** Reads {@code bf16}. */
  static final class FormatConverter extends ChoiceConverter<NumberFormat> {
    FormatConverter() {
      super(NumberFormat.class);
    }
  }
}
