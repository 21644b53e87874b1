package dev.linchpin.wire;

import dev.linchpin.reasoning.AblationMethod;
import dev.linchpin.reasoning.AttainabilityMeasure;
import dev.linchpin.reasoning.StepLabel;
import dev.linchpin.wire.avro.AblationOutcome;
import dev.linchpin.wire.avro.StepAblated;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

final class AblationMapping {

  static final AvroMapping<ChainAblated, dev.linchpin.wire.avro.ChainAblated> ABLATED =
      new AvroMapping<>(
          ChainAblated.class,
          dev.linchpin.wire.avro.ChainAblated.class,
          AblationMapping::write,
          AblationMapping::read);

  private AblationMapping() {}

  private static dev.linchpin.wire.avro.ChainAblated write(ChainAblated e) {
    ChainAblated.Settings settings = e.settings();
    return new dev.linchpin.wire.avro.ChainAblated(
        e.chainId(),
        e.model(),
        e.modelFingerprint(),
        dev.linchpin.wire.avro.AblationMethod.valueOf(settings.method().name()),
        dev.linchpin.wire.avro.AttainabilityMeasure.valueOf(settings.measure().name()),
        AblationOutcome.valueOf(e.outcome().name()),
        settings.completions(),
        settings.temperature(),
        settings.topP(),
        settings.seed(),
        settings.sufficiencyAtLeast(),
        settings.attainabilityAtLeast(),
        Figure.write(e.influenceShare()),
        e.prefixSteps(),
        e.coreSteps(),
        e.forwardPasses(),
        e.elapsed().toNanos() / 1000,
        e.chainFinishedAt(),
        e.ablatedAt(),
        e.steps().stream().map(AblationMapping::write).toList());
  }

  private static StepAblated write(ChainAblated.Step step) {
    return new StepAblated(
        step.stepIndex(),
        dev.linchpin.wire.avro.StepLabel.valueOf(step.label().name()),
        Figure.write(step.sufficiency()),
        Figure.write(step.attainability()),
        Figure.write(step.influence()),
        step.influences());
  }

  private static ChainAblated read(dev.linchpin.wire.avro.ChainAblated a) {
    return new ChainAblated(
        a.getChainId(),
        a.getModel(),
        a.getModelFingerprint(),
        settings(a),
        ChainAblated.Outcome.valueOf(a.getOutcome().name()),
        Figure.read(a.getInfluenceShare()),
        a.getPrefixSteps(),
        a.getCoreSteps(),
        a.getForwardPasses(),
        Duration.of(a.getElapsedMicros(), ChronoUnit.MICROS),
        a.getChainFinishedAt(),
        a.getAblatedAt(),
        a.getSteps().stream().map(AblationMapping::read).toList());
  }

  private static ChainAblated.Settings settings(dev.linchpin.wire.avro.ChainAblated a) {
    return new ChainAblated.Settings(
        AblationMethod.valueOf(a.getMethod().name()),
        AttainabilityMeasure.valueOf(a.getMeasure().name()),
        a.getCompletions(),
        a.getTemperature(),
        a.getTopP(),
        a.getSeed(),
        a.getSufficiencyAtLeast(),
        a.getAttainabilityAtLeast());
  }

  private static ChainAblated.Step read(StepAblated a) {
    return new ChainAblated.Step(
        a.getStepIndex(),
        StepLabel.valueOf(a.getLabel().name()),
        Figure.read(a.getSufficiency()),
        Figure.read(a.getAttainability()),
        Figure.read(a.getInfluence()),
        a.getInfluences());
  }
}
