/**
 * Those whose speed is compared, each in a process of its own so that its processor time and its
 * memory are its own: the monitor, a consumer that only copies, and what somebody would write in
 * Python instead. All read the same records from the beginning and are measured over the same part
 * of the way, which leaves starting and ending out.
 */
package dev.linchpin.app.bench.contender;
