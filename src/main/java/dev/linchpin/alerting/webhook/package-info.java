/**
 * Notices of incidents to webhooks. Every target has its own pace: one that does not answer keeps
 * no other waiting. At least once: a notice is done when each target has it or was given up, so
 * that a sender that dies leaves its notices to the next; receivers tell repetitions by a header.
 */
package dev.linchpin.alerting.webhook;
