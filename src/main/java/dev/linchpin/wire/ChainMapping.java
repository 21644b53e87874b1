package dev.linchpin.wire;

import dev.linchpin.wire.ChainFinished.FinishReason;
import java.util.Optional;

final class ChainMapping {

  static final AvroMapping<ChainStarted, dev.linchpin.wire.avro.ChainStarted> STARTED =
      new AvroMapping<>(
          ChainStarted.class,
          dev.linchpin.wire.avro.ChainStarted.class,
          ChainMapping::writeStarted,
          ChainMapping::readStarted);

  static final AvroMapping<ChainFinished, dev.linchpin.wire.avro.ChainFinished> FINISHED =
      new AvroMapping<>(
          ChainFinished.class,
          dev.linchpin.wire.avro.ChainFinished.class,
          ChainMapping::writeFinished,
          ChainMapping::readFinished);

  private ChainMapping() {}

  private static dev.linchpin.wire.avro.ChainStarted writeStarted(ChainStarted e) {
    return new dev.linchpin.wire.avro.ChainStarted(
        e.chainId(),
        e.problemId().orElse(null),
        e.model(),
        e.modelFingerprint(),
        e.prompt(),
        e.answerKey().orElse(null),
        writeSampling(e.sampling()),
        e.startedAt());
  }

  private static ChainStarted readStarted(dev.linchpin.wire.avro.ChainStarted a) {
    return new ChainStarted(
        a.getChainId(),
        Optional.ofNullable(a.getProblemId()),
        a.getModel(),
        a.getModelFingerprint(),
        a.getPrompt(),
        Optional.ofNullable(a.getAnswerKey()),
        readSampling(a.getSampling()),
        a.getStartedAt());
  }

  private static dev.linchpin.wire.avro.SamplingSettings writeSampling(SamplingSettings s) {
    return new dev.linchpin.wire.avro.SamplingSettings(
        s.temperature(), s.topP(), s.maxNewTokens(), s.seed());
  }

  private static SamplingSettings readSampling(dev.linchpin.wire.avro.SamplingSettings a) {
    return new SamplingSettings(a.getTemperature(), a.getTopP(), a.getMaxNewTokens(), a.getSeed());
  }

  private static dev.linchpin.wire.avro.ChainFinished writeFinished(ChainFinished e) {
    return new dev.linchpin.wire.avro.ChainFinished(
        e.chainId(),
        dev.linchpin.wire.avro.FinishReason.valueOf(e.reason().name()),
        e.answer(),
        e.correct().orElse(null),
        e.steps(),
        e.promptTokens(),
        e.completionTokens(),
        e.finishedAt());
  }

  private static ChainFinished readFinished(dev.linchpin.wire.avro.ChainFinished a) {
    return new ChainFinished(
        a.getChainId(),
        FinishReason.valueOf(a.getReason().name()),
        a.getAnswer(),
        Optional.ofNullable(a.getCorrect()),
        a.getSteps(),
        a.getPromptTokens(),
        a.getCompletionTokens(),
        a.getFinishedAt());
  }
}
