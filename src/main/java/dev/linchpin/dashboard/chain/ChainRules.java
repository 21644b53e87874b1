package dev.linchpin.dashboard.chain;

import io.micrometer.core.instrument.Counter;

/**
 * What is kept of chains.
 *
 * @param retention how many chains, and how long
 * @param exposure whether text is kept
 * @param skipped counts records that could not be read
 */
record ChainRules(Retention retention, Exposure exposure, Counter skipped) {}
