/**
 * Incidents, alert rules, webhook deliveries and the audit log over HTTP. State is in memory,
 * bounded, and read from the topics: {@code incidents} and {@code audit} from their beginning, of
 * {@code deliveries} and {@code audit} the newest entries. A change is written to {@code audit} and
 * answered with what it will come to, by the same pure functions that the desk decides with.
 */
package dev.linchpin.dashboard.alerts;
