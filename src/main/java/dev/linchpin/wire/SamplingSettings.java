package dev.linchpin.wire;

/**
 * How tokens were drawn.
 *
 * @param temperature 0 means greedy
 * @param topP nucleus mass in (0, 1]
 * @param maxNewTokens most tokens generated after the prompt
 * @param seed seed of the sampler
 */
public record SamplingSettings(double temperature, double topP, int maxNewTokens, long seed) {}
