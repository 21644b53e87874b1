package dev.linchpin.study;

/**
 * A step of a finished chain as a model reads it. Activations are {@code [layers * hidden]},
 * layer-major.
 *
 * @param mean over the step's tokens
 * @param first of its first token
 * @param middle of the token in its middle
 * @param last of its last token
 * @param logProbabilities natural, of each of its tokens given all before it
 */
public record StepReading(
    float[] mean, float[] first, float[] middle, float[] last, float[] logProbabilities) {}
