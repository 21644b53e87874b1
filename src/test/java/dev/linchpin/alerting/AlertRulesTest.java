package dev.linchpin.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.wire.Incident.Severity;
import dev.linchpin.wire.OperatorActed;
import dev.linchpin.wire.OperatorActed.Action;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AlertRulesTest {
  private static final AlertRule RULE =
      new AlertRule("low-auroc", AlertSignal.LOW_AUROC, 0.6, 0.65, 50, Severity.WARNING, true, 1);

  @Test
  void shouldHaveADefaultRuleForEachSignal() {
    // When, Then
    assertThat(AlertRules.DEFAULT.all())
        .extracting(AlertRule::signal)
        .containsExactly(AlertSignal.values());
  }

  @Test
  void shouldTakeAChangeFromTheAudit() {
    // When
    AlertRules after = AlertRules.DEFAULT.after(changed("low-auroc", ActionDetail.ofRule(RULE)));

    // Then
    assertThat(after.find("low-auroc")).contains(RULE);
    assertThat(after.all()).hasSameSizeAs(AlertRules.DEFAULT.all());
  }

  @Test
  void shouldRefuseARuleThatChangesItsSignal() {
    // Given
    AlertRule other =
        new AlertRule("low-auroc", AlertSignal.SCORE_DRIFT, 1, 0, 50, Severity.INFO, true, 1);

    // When, Then
    assertThatThrownBy(() -> AlertRules.DEFAULT.with(other))
        .isInstanceOf(RefusedActionException.class)
        .hasMessage("expected rule low-auroc to stay about LOW_AUROC, got SCORE_DRIFT");
  }

  @Test
  void shouldRefuseWhatIsNoRule() {
    // When, Then
    assertThatThrownBy(() -> AlertRules.DEFAULT.after(changed("low-auroc", "{}")))
        .isInstanceOf(RefusedActionException.class)
        .hasMessageContaining("expected a rule, got");
    assertThatThrownBy(() -> AlertRules.DEFAULT.after(changed("other", ActionDetail.ofRule(RULE))))
        .isInstanceOf(RefusedActionException.class)
        .hasMessage("expected rule other, got low-auroc");
  }

  @Test
  void shouldRefuseThresholdsThatCannotBothHold() {
    // When, Then
    assertThatThrownBy(
            () -> new AlertRule("x", AlertSignal.LOW_AUROC, 0.7, 0.7, 1, Severity.INFO, true, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("clearAt: expected a number better than raiseAt, got 0.7 and 0.7");
    assertThatThrownBy(
            () ->
                new AlertRule(
                    "x", AlertSignal.SCORE_DRIFT, 0.2, Double.NaN, 1, Severity.INFO, true, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got NaN and 0.2");
  }

  private static OperatorActed changed(String target, String detail) {
    return new OperatorActed(Instant.EPOCH, "ada", Action.RULE_CHANGED, target, detail);
  }
}
