/**
 * What a person should look at: the Kafka Streams role that holds scores, lead times, evaluations
 * and dead letters against rules and keeps incidents, and the sender of webhooks. Decisions are
 * pure ({@link dev.linchpin.alerting.IncidentBook}, {@link dev.linchpin.alerting.StepSignals});
 * everything that has to be decided in one order comes together in one partition.
 *
 * <p>What people do about incidents and rules takes effect by being written to {@code audit}, which
 * this role reads as it reads scores. {@link dev.linchpin.alerting.AuditLog} writes there, for
 * every feature that people can change something with.
 *
 * <p>A record that cannot be read is counted and passed over, not written to {@code dead-letters}:
 * this role is a second reader, and whoever reads the record as its work has done so.
 */
package dev.linchpin.alerting;
