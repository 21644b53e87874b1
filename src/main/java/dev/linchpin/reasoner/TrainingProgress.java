package dev.linchpin.reasoner;

/**
 * Where a pre-training run stands.
 *
 * @param step steps done
 * @param steps steps in all
 * @param tokens tokens seen
 * @param loss mean weighted cross entropy since the last report, nats a token
 * @param seconds seconds since the start
 * @param skills what the model can do on held-out chains
 */
public record TrainingProgress(
    int step, int steps, long tokens, double loss, double seconds, Skills skills) {}
