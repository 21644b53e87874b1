/**
 * Commands about the dead letters: which there are, all of one, and the way back to their topics.
 */
package dev.linchpin.app.deadletters;
