package dev.linchpin.reasoner;

/**
 * Settings of a pre-training run.
 *
 * @param seed seed of weights and puzzles
 * @param steps optimiser steps
 * @param batchSize chains a step
 * @param peakLearningRate learning rate after the warm-up; it then falls along a cosine
 */
public record PreTraining(long seed, int steps, int batchSize, double peakLearningRate) {
  private static final int WARM_UP_STEPS = 150;
  private static final double FLOOR = 0.02;

  /** Learning rate of a step, from 0. */
  double learningRate(int step) {
    double warm = Math.min(1, (step + 1) / (double) WARM_UP_STEPS);
    double cosine = 0.5 * (1 + Math.cos(Math.PI * step / steps));
    return peakLearningRate * warm * (FLOOR + (1 - FLOOR) * cosine);
  }
}
