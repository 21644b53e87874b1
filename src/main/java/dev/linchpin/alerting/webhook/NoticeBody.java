package dev.linchpin.alerting.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

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
