package dev.linchpin.registry;

import java.util.Optional;

/**
 * A compatibility level was set.
 *
 * @param subject of which subject; empty for all that have none of their own
 * @param level empty when it was taken back
 */
record LevelSet(Optional<String> subject, Optional<CompatibilityLevel> level) implements LogEntry {}
