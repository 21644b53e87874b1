/** The published probes as the API shows them, and what is done with them there. */
package dev.linchpin.dashboard.probes;
