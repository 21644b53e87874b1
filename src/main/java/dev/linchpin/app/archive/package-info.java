/**
 * The commands that write chains to a file and bring them into another cluster: options, and how
 * results are printed. What they do is decided in {@link dev.linchpin.archive}.
 */
package dev.linchpin.app.archive;
