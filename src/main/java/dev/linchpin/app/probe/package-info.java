/**
 * Commands about the published probes: which there are, which one flags, and probes that come from
 * elsewhere or go there. Every change is one transaction of the catalogue; nothing here writes to
 * the topic itself.
 */
package dev.linchpin.app.probe;
