/**
 * {@code linchpin bench}: what the monitor does in a second, how soon its verdicts can be read,
 * what it costs, always beside something else that was measured in the same run. The process of the
 * command holds a broker, a registry and the load; what is measured runs in processes of its own.
 */
package dev.linchpin.app.bench;
