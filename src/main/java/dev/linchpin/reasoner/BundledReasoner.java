package dev.linchpin.reasoner;

import dev.linchpin.lm.ModelConfig.Architecture;

/** The reasoners that ship with Linchpin, and how they were made. */
public enum BundledReasoner {
  /** The one of the demonstration. */
  QWEN2(
      "reasoner",
      new ReasonerShape(Architecture.QWEN2, 128, 4, 4, 4, 256, 256),
      new PreTraining(1, 4_000, 32, 2e-3)),
  /** Deeper and wider, with grouped queries, no biases and a head of its own. */
  LLAMA(
      "reasoner-llama",
      new ReasonerShape(Architecture.LLAMA, 160, 5, 8, 4, 320, 256),
      new PreTraining(2, 4_000, 32, 2e-3));

  private final String folder;
  private final ReasonerShape shape;
  private final PreTraining training;

  BundledReasoner(String folder, ReasonerShape shape, PreTraining training) {
    this.folder = folder;
    this.shape = shape;
    this.training = training;
  }

  /** Name of its folder in {@code models}. */
  public String folder() {
    return folder;
  }

  /** What its {@code config.json} calls it. */
  public String modelName() {
    return "linchpin-" + folder;
  }

  public ReasonerShape shape() {
    return shape;
  }

  /** The settings that made its checkpoint. */
  public PreTraining training() {
    return training;
  }
}
