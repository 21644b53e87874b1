/**
 * Scores of one source held against those of another, or against other thresholds: pure functions
 * of the scores and labels that {@link dev.linchpin.replay.compare.ScoreReader} brings.
 */
package dev.linchpin.replay.compare;
