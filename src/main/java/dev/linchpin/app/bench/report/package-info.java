/**
 * What a benchmark says: bars with the figures beside them, tables, notes; as text and as JSON. And
 * the little statistics that it takes.
 */
package dev.linchpin.app.bench.report;
