package dev.linchpin.app;

import dev.linchpin.lm.CausalLm;
import dev.linchpin.lm.ModelFormatException;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that say which model runs on which tokens. */
final class LmInput {

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "Hugging Face folder: config.json and safetensors.")
  private Path model;

  @ArgGroup(multiplicity = "1")
  private Text text;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  /** The sequence, one way or the other. */
  static final class Text {

    @Option(names = "--tokens", split = ",", paramLabel = "ID", description = "Token ids.")
    private int[] tokens;

    @Option(names = "--prompt", paramLabel = "TEXT", description = "Text for the tokenizer.")
    private String prompt;
  }

  boolean isJson() {
    return json;
  }

  boolean isText() {
    return text.prompt != null;
  }

  int[] tokens(CausalLm lm) {
    return isText() ? lm.tokenizer().encodePrompt(text.prompt) : text.tokens;
  }

  /** Loads the model for the work; a fault of the folder or of an argument is a wrong argument. */
  void withModel(Consumer<CausalLm> work) {
    try (CausalLm lm = CausalLm.load(model)) {
      work.accept(lm);
    } catch (ModelFormatException | IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
