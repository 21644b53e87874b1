package dev.linchpin.dashboard.http;

import dev.linchpin.wire.OperatorActed;

/** Where every change that a person or a program asks for is written down. */
@FunctionalInterface
public interface AuditTrail {
  /**
   * Writes a change down.
   *
   * @param user who asked for it
   * @param action what was done
   * @param target to what: a probe, a run, a rule
   * @param detail what else is worth knowing: a JSON object; empty for nothing
   */
  void record(String user, OperatorActed.Action action, String target, String detail);
}
