package dev.linchpin.alerting.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.alerting.IncidentView;
import dev.linchpin.wire.IncidentChanged;
import dev.linchpin.wire.IncidentChanged.Notice;

/**
 * What is posted, as JSON.
 *
 * @param delivery identity of the notice, the same in every try: {@code <incident id>/<change>}
 * @param kind {@code RAISED} or {@code RECOVERED}
 * @param change number of the incident's change: of two notices of an incident, the larger holds
 * @param incident as it was then
 */
record NoticeBody(String delivery, Notice kind, long change, IncidentView incident) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static NoticeBody of(IncidentChanged changed) {
    return new NoticeBody(
        changed.incident().id() + "/" + changed.change(),
        changed.notice(),
        changed.change(),
        IncidentView.of(changed.incident()));
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an incident is JSON", e);
    }
  }
}
