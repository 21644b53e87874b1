/**
 * The vocabulary of a reasoning chain in plain Java: chains, steps, verdicts, lead time. Nothing
 * here knows a framework, a broker or a tensor.
 */
package dev.linchpin.reasoning;
