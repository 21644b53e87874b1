package dev.linchpin.dashboard.http;

/** Where every change that a person or a program asks for is written down. */
@FunctionalInterface
public interface AuditTrail {
  /**
   * Writes a change down.
   *
   * @param user who asked for it
   * @param action what was done: {@code probe.promote}
   * @param target to what: a probe, a run, a rule
   * @param detail what else is worth knowing; empty for nothing
   */
  void record(String user, String action, String target, String detail);
}
