/**
 * Probes: classifiers from a step's activations to P(important), their calibration, thresholds,
 * scoring arithmetic and files. Plain Java; training lives elsewhere. The files' safetensors code
 * is separate from the language models' because it needs a few small tensors in memory, not mapped
 * shards, and because scoring runs without any tensor library.
 */
package dev.linchpin.probe;
