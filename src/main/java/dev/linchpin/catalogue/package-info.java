/**
 * The published probes: which versions there are, which of them flags, and every change of that as
 * one transaction. Knows how probes live, not how they are trained.
 */
package dev.linchpin.catalogue;
