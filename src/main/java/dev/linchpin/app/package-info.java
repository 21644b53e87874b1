/**
 * Commands and wiring: the one package that knows all others. A command reads its options, builds
 * the objects of its role and starts them; it decides nothing that a feature package could decide.
 */
package dev.linchpin.app;
