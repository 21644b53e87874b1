package dev.linchpin.app.demo;

import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.training.FollowerEvent;
import dev.linchpin.wire.ProbeEvaluated;

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
        public void evaluation(ProbeEvaluated evaluation) {}

        @Override
        public void trained(ProbeRelease challenger) {}

        @Override
        public void promotion(FollowerEvent.Promoted promoted) {}

        @Override
        public void summary(DemoSummary summary) {}
      };

  /** A chain began; {@code question} is its prompt. */
  void chainStarted(String chainId, String question);

  /** A step with everything known of it. */
  void step(FlaggedStep step);

  /** A chain ended with its answer. */
  void chainFinished(String chainId, String answer, boolean correct);

  /** More labels of a probe's steps came back. */
  void evaluation(ProbeEvaluated evaluation);

  /** A challenger begins to score in the shadow. */
  void trained(ProbeRelease challenger);

  /** A challenger has taken the champion's place. */
  void promotion(FollowerEvent.Promoted promoted);

  /** Everything ended. */
  void summary(DemoSummary summary);
}
