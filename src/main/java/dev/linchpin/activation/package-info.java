/** Activations of one step: what was captured, where in the model, in which number format. */
package dev.linchpin.activation;
