package dev.linchpin.ablation;

/**
 * What asking the model about some of a chain's steps showed.
 *
 * @param sufficiency share of the completions that gave the right answer, in [0, 1]
 * @param attainability 1 is as attainable as the original, at most 1
 */
record Judgement(double sufficiency, double attainability) {}
