package dev.linchpin.alerting;

import dev.linchpin.wire.IncidentChanged;
import java.util.Optional;

/**
 * What becomes of an incident on its topic.
 *
 * @param id the incident
 * @param changed as it is now; empty where it is taken away
 */
record Publication(String id, Optional<IncidentChanged> changed) {}
