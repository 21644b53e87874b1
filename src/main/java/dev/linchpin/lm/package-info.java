/**
 * Language models: decoder-only transformers from Hugging Face folders, run on DJL. Reading and
 * writing of checkpoints, tokenizer, cached decoding of one or many sequences, sampling, and
 * capture of the residual stream. Nothing here knows chains, steps or the network.
 *
 * <p>What may surprise: weights of every number format are computed in F32. Constants of the
 * forward pass are arrays, never Java numbers, because a number in a recorded graph aliases a
 * buffer that the collector may free. Arrays belong to an {@code NDScope} per pass (and per block
 * within it), so native memory does not grow with what has been generated.
 */
package dev.linchpin.lm;
