package dev.linchpin.dashboard.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.linchpin.alerting.AlertRule;
import dev.linchpin.alerting.AlertRules;
import dev.linchpin.dashboard.http.ProblemException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class RuleViewTest {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

  @Test
  void shouldTakeARuleAsItGaveIt() throws IOException {
    // Given
    AlertRule rule = AlertRules.DEFAULT.all().get(0);

    // When
    RuleView back = JSON.readValue(JSON.writeValueAsString(RuleView.of(rule)), RuleView.class);

    // Then
    assertThat(back.rule(rule.id())).isEqualTo(rule);
  }

  @Test
  void shouldSayAllThatIsMissing() throws IOException {
    // Given
    RuleView view = JSON.readValue("{\"signal\":\"LOW_AUROC\",\"raiseAt\":0.7}", RuleView.class);

    // When, Then
    assertThatThrownBy(() -> view.rule("low-auroc"))
        .isInstanceOf(ProblemException.class)
        .hasMessage(
            "expected a whole rule, missing are [clearAt, window, severity, enabled,"
                + " notificationsPerMinute]");
  }

  @Test
  void shouldRefuseTheIdOfAnother() {
    // Given
    RuleView view = RuleView.of(AlertRules.DEFAULT.all().get(0));

    // When, Then
    assertThatThrownBy(() -> view.rule("other"))
        .isInstanceOf(ProblemException.class)
        .hasMessage("id: expected other, got removable-streak");
  }
}
