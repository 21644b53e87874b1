/**
 * The inference node: problems in; chains, steps and activations out.
 *
 * <p>{@link dev.linchpin.inference.ChainGenerator} drives a model token by token and tells a {@link
 * dev.linchpin.inference.ChainListener} of each step at the moment its last token has gone through
 * the model, before another token is drawn. It knows neither Kafka nor tensors: the model is a
 * {@link dev.linchpin.inference.ReasoningModel}. {@link dev.linchpin.inference.ChainPublisher} is
 * the listener that writes to Kafka, through an {@link dev.linchpin.inference.Outbox}: a buffer
 * bounded in bytes, so that generation never waits for the network until the buffer is full, and
 * then does what the policy says. In what form activations leave is a {@link
 * dev.linchpin.inference.RecordProfile}'s matter: as captured, packed, or as the first layer of the
 * champion ({@link dev.linchpin.inference.EdgeProfile}).
 *
 * <p>A problem is committed when every record of its chain has been acknowledged. A chain's id is
 * derived from the problem's place in the log, the model and the sampling settings, and so is its
 * seed: when a node dies and another of the same kind takes the problem up again, it writes the
 * same chain again under the same identities, and readers that know a step by its identity see
 * nothing twice. A node with another model writes another chain.
 */
package dev.linchpin.inference;
