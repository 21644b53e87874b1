package dev.linchpin.alerting;

/**
 * What the desk knows.
 *
 * @param rules those that differ from the default ones, by id
 * @param chains those that go on, by id
 * @param windows of shares, by rule and model
 * @param incidents by id
 */
record DeskState(
    Shelf<AlertRule> rules,
    Shelf<ChainTrack> chains,
    Shelf<ShareWindow> windows,
    Shelf<Kept> incidents) {}
