/**
 * The live page and its API: what a person sees of chains, alerts, quality and flow, and what a
 * program asks for. Each part of it is a package of its own below; this one starts them. State
 * comes from the topics and goes with the process; a change that a person makes is written to the
 * audit topic.
 */
package dev.linchpin.dashboard;
