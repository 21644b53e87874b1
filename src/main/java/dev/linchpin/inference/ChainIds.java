package dev.linchpin.inference;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.linchpin.wire.LogAddress;
import dev.linchpin.wire.ProblemPosed;
import dev.linchpin.wire.SamplingSettings;
import java.util.Optional;
import java.util.UUID;

/**
 * Identity and seed of a problem's chain. The same problem record, model and settings give the same
 * of both, so that a chain that is generated again is the same chain.
 */
final class ChainIds {

  private ChainIds() {}

  /**
   * The request for a problem's chain.
   *
   * @param fingerprint the model's
   * @param at where the problem lies in its topic
   * @param sampling the node's settings; the chain's seed is made from theirs
   */
  static ChainRequest request(
      ProblemPosed problem, LogAddress at, String fingerprint, SamplingSettings sampling) {
    UUID id = id(problem, at, fingerprint, sampling);
    long seed = id.getMostSignificantBits() ^ id.getLeastSignificantBits() ^ sampling.seed();
    return new ChainRequest(
        id.toString(),
        Optional.of(problem.problemId()),
        problem.question(),
        problem.answerKey(),
        new SamplingSettings(
            sampling.temperature(), sampling.topP(), sampling.maxNewTokens(), seed));
  }

  private static UUID id(
      ProblemPosed problem, LogAddress at, String fingerprint, SamplingSettings sampling) {
    String identity =
        String.join("\n", problem.problemId(), at.toString(), fingerprint, sampling.toString());
    return UUID.nameUUIDFromBytes((identity + "\n" + problem.posedAt()).getBytes(UTF_8));
  }
}
