/**
 * Probes: classifiers from a step's activations to P(important), their calibration, thresholds,
 * scoring arithmetic and file format. Plain Java; training lives elsewhere.
 */
package dev.linchpin.probe;
