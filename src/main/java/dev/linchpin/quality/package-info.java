/**
 * How good scores are: ranking, verdict counts, calibration, percentiles, bootstrap intervals,
 * correlations and how much of a figure others explain. Pure arithmetic on arrays; knows nothing of
 * probes, topics or tensors. A figure that is not defined for the given data, such as AUROC with
 * one class absent, is NaN.
 */
package dev.linchpin.quality;
