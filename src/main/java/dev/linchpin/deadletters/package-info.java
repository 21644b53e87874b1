/**
 * The dead letters after the fact: which there are, what the decoder makes of one now, and the way
 * back to the topic that a record came from. A redelivery and the record of it ({@code
 * redeliveries}) are one transaction, so that nothing is put back twice unless it is asked for.
 */
package dev.linchpin.deadletters;
