/**
 * Chains as they are shown: what the topics say of a chain, put together, kept in the state stores
 * of a Kafka Streams topology and asked for by interactive queries, wherever the chain lives. What
 * a record changes is decided by pure functions ({@link dev.linchpin.dashboard.chain.ChainHead},
 * {@link dev.linchpin.dashboard.chain.StepView}), which the live stream uses, too.
 *
 * <p>At-least-once: every record can be applied twice.
 */
package dev.linchpin.dashboard.chain;
