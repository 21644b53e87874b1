/**
 * Topics read back, without a group: from their beginning on as they grow, at given addresses, or
 * as the raw records that they are. What reads by address says of every address what became of it,
 * so that a record that retention has deleted is never waited for. {@link
 * dev.linchpin.log.TopicFollower} does it in the background, for as long as it is wanted.
 */
package dev.linchpin.log;
