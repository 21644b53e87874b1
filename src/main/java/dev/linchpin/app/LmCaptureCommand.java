package dev.linchpin.app;

import dev.linchpin.app.cluster.JsonLine;
import dev.linchpin.lm.CausalLm;
import dev.linchpin.lm.ForwardPass;
import java.util.Locale;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Mean residual stream over a span of tokens. */
@Command(
    name = "capture",
    description = "Shows the residual stream after each block, averaged over a span of tokens.",
    mixinStandardHelpOptions = true)
final class LmCaptureCommand implements Runnable {

  @Mixin private LmInput input;

  @Option(
      names = "--span",
      required = true,
      paramLabel = "START:END",
      converter = Span.Converter.class,
      description = "Token positions from 0, END excluded.")
  private Span span;

  /**
   * What is printed.
   *
   * @param mean [layers][hidden] over the span
   * @param logits [vocab] at the last token
   */
  record Captured(int layers, int hidden, float[][] mean, float[] logits) {}

  @Override
  public void run() {
    input.withModel(lm -> input.print(render(capture(lm, input.tokens(lm)))));
  }

  private Captured capture(CausalLm lm, int[] tokens) {
    ForwardPass pass = lm.forward(tokens);
    return new Captured(
        pass.layers(), pass.hidden(), pass.mean(span.start(), span.end()), pass.logits());
  }

  private String render(Captured captured) {
    return input.isJson() ? JsonLine.of(captured) : table(captured);
  }

  private static String table(Captured captured) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add("block  norm of the mean residual, " + captured.hidden() + " wide");
    for (int layer = 0; layer < captured.layers(); layer++) {
      lines.add(String.format(Locale.ROOT, "%5d  %.4f", layer + 1, norm(captured.mean()[layer])));
    }
    return lines.toString();
  }

  private static double norm(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }
}
