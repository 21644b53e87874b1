package dev.linchpin.reasoner;

import dev.linchpin.lm.ModelConfig.Architecture;

/** The reasoners that ship with Linchpin, and how they were made. */
public enum BundledReasoner {
  /** The one of the demonstration. */
  QWEN2("reasoner"),
  /** Deeper and wider, with grouped queries, no biases and a head of its own. */
  LLAMA("reasoner-llama");

  private final String folder;

  BundledReasoner(String folder) {
    this.folder = folder;
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
    return switch (this) {
      case QWEN2 -> new ReasonerShape(Architecture.QWEN2, 128, 4, 4, 4, 256, 256);
      case LLAMA -> new ReasonerShape(Architecture.LLAMA, 160, 5, 8, 4, 320, 256);
    };
  }

  /** The settings that made its checkpoint. */
  public PreTraining training() {
    return switch (this) {
      case QWEN2 -> new PreTraining(1, 4_000, 32, 2e-3);
      case LLAMA -> new PreTraining(2, 4_000, 32, 2e-3);
    };
  }
}
