/**
 * Activations of one step: what was captured, where in the model, in which number format, how it is
 * packed, and how positions are pooled into a step. Plain arrays; the model that produces them
 * lives elsewhere.
 */
package dev.linchpin.activation;
