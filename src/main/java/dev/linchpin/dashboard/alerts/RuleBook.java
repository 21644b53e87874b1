package dev.linchpin.dashboard.alerts;

import dev.linchpin.alerting.AlertRules;
import dev.linchpin.alerting.RefusedActionException;
import dev.linchpin.wire.OperatorActed;
import org.jboss.logging.Logger;

/** The rules by what the audit says of them: refuses what the desk refuses. */
final class RuleBook {
  private static final Logger LOG = Logger.getLogger(RuleBook.class);

  private volatile AlertRules rules = AlertRules.DEFAULT;

  AlertRules get() {
    return rules;
  }

  /** Someone did something; for one thread. */
  void note(OperatorActed acted) {
    try {
      rules = rules.after(acted);
    } catch (RefusedActionException e) {
      LOG.warnf("Passing over a change of a rule: cause=%s", e.getMessage());
    }
  }
}
