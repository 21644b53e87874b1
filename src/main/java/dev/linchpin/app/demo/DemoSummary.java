package dev.linchpin.app.demo;

import java.util.OptionalDouble;

/**
 * What a demonstration showed.
 *
 * @param chains chains finished
 * @param steps steps that the node published
 * @param scored steps with a score of the champion
 * @param duplicateScores scores seen again for the same step and probe version
 * @param flaggedInTime share of the scored steps whose verdict was written before the next step was
 *     complete, in [0, 1]
 * @param leadTimesMs lead times at the 1st, 50th and 99th percentile
 * @param lowImportance alerts of low importance
 * @param important alerts of high importance
 * @param deadLetters dead letters
 * @param labels steps whose ground truth came back
 * @param promotions challengers that became the champion
 * @param aurocTrueGraph AUROC of the scores of computing steps against the puzzles' graphs; empty
 *     before there are steps of both kinds
 */
record DemoSummary(
    long chains,
    long steps,
    long scored,
    long duplicateScores,
    double flaggedInTime,
    LeadTimesMs leadTimesMs,
    long lowImportance,
    long important,
    long deadLetters,
    long labels,
    long promotions,
    OptionalDouble aurocTrueGraph) {
  /** Percentiles of lead times in ms; 0 without steps. */
  record LeadTimesMs(double p1, double p50, double p99) {}
}
