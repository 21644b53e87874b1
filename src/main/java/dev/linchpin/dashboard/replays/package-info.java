/**
 * Replays as the API shows them, what is asked of them there, and the few that are worked on in
 * this process.
 */
package dev.linchpin.dashboard.replays;
