/**
 * Ground truth meets scores: the Kafka Streams topology that joins ablations, which come minutes or
 * days after a step, with the scores that the step was given, writes labels, and holds every probe
 * version against the labels that came back. Decisions are pure ({@link
 * dev.linchpin.labelling.LabelJoin}, {@link dev.linchpin.labelling.Evaluation}); the Kafka classes
 * around them hold stores and call them. No tensor enters a store: a label points to its
 * activations by address.
 *
 * <p>Exactly-once, unlike scoring: a label is counted, so that seeing it twice would be wrong, and
 * it comes so late that a commit's wait does not matter.
 */
package dev.linchpin.labelling;
