/**
 * Where in the model a probe finds importance: what each layer of each step of a chain adds to the
 * probe's logit. Reads the steps' activations back from the log by their addresses, one request at
 * a time.
 */
package dev.linchpin.dashboard.layers;
