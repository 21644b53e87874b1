/**
 * The published probes: which versions there are, which of them flags, and every change of that as
 * one transaction. Knows how probes live, not how they are trained. {@link
 * dev.linchpin.catalogue.ChampionWatch} follows the one that flags, for whoever applies it
 * elsewhere than in the scoring role.
 */
package dev.linchpin.catalogue;
