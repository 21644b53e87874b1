package dev.linchpin.registry;

/** One entry of the registry's log; a later one about the same thing replaces it. */
sealed interface LogEntry permits SchemaVersion, LevelSet {}
