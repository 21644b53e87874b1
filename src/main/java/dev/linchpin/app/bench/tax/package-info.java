/** What being monitored costs the model: the same chains generated in several ways. */
package dev.linchpin.app.bench.tax;
