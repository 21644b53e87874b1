package dev.linchpin.app.demo;

/** Where a demonstration is shown. */
interface Report {
  /** Shows nothing. */
  Report SILENT =
      new Report() {
        @Override
        public void chainStarted(String chainId, String question) {}

        @Override
        public void step(FlaggedStep step) {}

        @Override
        public void chainFinished(String chainId, String answer, boolean correct) {}

        @Override
        public void summary(DemoSummary summary) {}
      };

  /** A chain began; {@code question} is its prompt. */
  void chainStarted(String chainId, String question);

  /** A step with everything known of it. */
  void step(FlaggedStep step);

  /** A chain ended with its answer. */
  void chainFinished(String chainId, String answer, boolean correct);

  /** Everything ended. */
  void summary(DemoSummary summary);
}
