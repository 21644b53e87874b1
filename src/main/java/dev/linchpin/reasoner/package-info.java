/**
 * The bundled reference reasoner: puzzles with a known dependency graph, chains that solve them,
 * and the pre-training of a small transformer on those chains. Because the graph is known, so is
 * the true importance of every computing step, which no study of a large model can offer.
 */
package dev.linchpin.reasoner;
