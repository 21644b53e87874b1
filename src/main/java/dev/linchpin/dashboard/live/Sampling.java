package dev.linchpin.dashboard.live;

/**
 * How much of what happens a channel shows.
 *
 * @param shown running chains that are shown
 * @param running chains that run
 * @param stepsPerSecond steps of all chains, over the last seconds
 * @param sampled whether some chains are left out
 * @param droppedSteps steps that were left out so far
 */
record Sampling(
    int shown, int running, double stepsPerSecond, boolean sampled, long droppedSteps) {}
