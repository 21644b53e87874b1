/** The training role: probes from the labels that came back. */
package dev.linchpin.app.train;
