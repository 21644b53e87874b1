package dev.linchpin.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linchpin.activation.CaptureShape;
import dev.linchpin.activation.LayerReduction;
import dev.linchpin.activation.LayerSelection;
import dev.linchpin.activation.Pooling;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A probe's JSON card: all of a {@link ProbeRelease} but the weights. */
final class ProbeCard {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode card;

  private ProbeCard(JsonNode card) {
    this.card = card;
  }

  static byte[] write(ProbeRelease release) {
    ObjectNode card = JSON.createObjectNode();
    card.put("model", release.id().model());
    card.put("modelFingerprint", release.modelFingerprint());
    card.put("name", release.id().name());
    card.put("version", release.id().version());
    ProbeLifecycle life = release.lifecycle();
    life.parentVersion().ifPresent(parent -> card.put("parentVersion", parent));
    card.put("status", life.status().name());
    card.put("trainedAt", life.trainedAt().toString());
    life.championSince().ifPresent(since -> card.put("championSince", since.toString()));
    putJudgement(card, release);
    card.set("metrics", JSON.valueToTree(new TreeMap<>(release.metrics())));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(card);
    } catch (JsonProcessingException e) {
      throw new ProbeFileException("the card of probe " + release.id() + " is not JSON", e);
    }
  }

  private static void putJudgement(ObjectNode card, ProbeRelease release) {
    putCapture(card.putObject("capture"), release.input());
    card.putObject("calibration")
        .put("slope", release.calibration().slope())
        .put("intercept", release.calibration().intercept());
    card.putObject("thresholds")
        .put("removableAtMost", release.thresholds().removableAtMost())
        .put("importantAtLeast", release.thresholds().importantAtLeast());
    release.reference().ifPresent(reference -> putReference(card, reference));
  }

  private static void putCapture(ObjectNode capture, ProbeInput input) {
    CaptureShape shape = input.shape();
    capture
        .put("layers", shape.layers())
        .put("hidden", shape.hidden())
        .put("pooling", shape.pooling().name())
        .put("layerView", input.view().name());
    if (!shape.selection().equals(LayerSelection.ALL)) {
      ArrayNode numbers = capture.putArray("layerNumbers");
      shape.selection().numbers().forEach(numbers::add);
      capture.put("layerReduction", shape.selection().reduction().name());
    }
  }

  private static void putReference(ObjectNode card, TrainingReference reference) {
    ObjectNode node =
        card.putObject("reference")
            .put("distanceMean", reference.distanceMean())
            .put("distanceDeviation", reference.distanceDeviation());
    ArrayNode shares = node.putArray("scoreShares");
    Arrays.stream(reference.scoreShares()).forEach(shares::add);
  }

  /**
   * Puts a release together from its card and its weights.
   *
   * @throws ProbeFileException if the card is not JSON or lacks a field
   * @throws IllegalArgumentException if card and weights contradict each other or themselves
   */
  static ProbeRelease read(byte[] card, ProbeTensors tensors) {
    try {
      return new ProbeCard(JSON.readTree(card)).release(tensors);
    } catch (IOException e) {
      throw new ProbeFileException("expected JSON as the card: " + e.getMessage(), e);
    }
  }

  private ProbeRelease release(ProbeTensors tensors) {
    return new ProbeRelease(
        new ProbeId(text("/model"), text("/name"), whole("/version")),
        text("/modelFingerprint"),
        input(),
        tensors.probe(),
        new Calibration(number("/calibration/slope"), number("/calibration/intercept")),
        new Thresholds(
            number("/thresholds/removableAtMost"), number("/thresholds/importantAtLeast")),
        metrics(),
        tensors.reference().map(this::reference),
        new ProbeLifecycle(
            oneOf(ProbeStatus.class, "/status"),
            Instant.parse(text("/trainedAt")),
            card.has("parentVersion") ? Optional.of(whole("/parentVersion")) : Optional.empty(),
            card.has("championSince")
                ? Optional.of(Instant.parse(text("/championSince")))
                : Optional.empty()));
  }

  private ProbeInput input() {
    CaptureShape shape =
        new CaptureShape(
            whole("/capture/layers"),
            whole("/capture/hidden"),
            oneOf(Pooling.class, "/capture/pooling"),
            new LayerSelection(
                layerNumbers(),
                oneOf(LayerReduction.class, "/capture/layerReduction", LayerReduction.NONE)));
    return new ProbeInput(shape, oneOf(LayerView.class, "/capture/layerView", LayerView.LAYERWISE));
  }

  private List<Integer> layerNumbers() {
    JsonNode numbers = card.at("/capture/layerNumbers");
    require(
        numbers.isMissingNode() || numbers.isArray(),
        "/capture/layerNumbers",
        "an array of whole numbers",
        numbers);
    return IntStream.range(0, numbers.size())
        .mapToObj(i -> whole("/capture/layerNumbers/" + i))
        .toList();
  }

  private TrainingReference reference(ProbeTensors.Spread spread) {
    JsonNode shares = card.at("/reference/scoreShares");
    require(shares.isArray(), "/reference/scoreShares", "an array of numbers", shares);
    double[] values = new double[shares.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number("/reference/scoreShares/" + i);
    }
    return new TrainingReference(
        spread.mean(),
        spread.scale(),
        values,
        number("/reference/distanceMean"),
        number("/reference/distanceDeviation"));
  }

  private Map<String, Double> metrics() {
    Map<String, Double> metrics = new HashMap<>();
    for (Map.Entry<String, JsonNode> metric : card.path("metrics").properties()) {
      require(metric.getValue().isNumber(), "/metrics", "numbers", metric.getValue());
      metrics.put(metric.getKey(), metric.getValue().asDouble());
    }
    return metrics;
  }

  private String text(String field) {
    JsonNode node = card.at(field);
    require(node.isTextual(), field, "text", node);
    return node.asText();
  }

  private int whole(String field) {
    JsonNode node = card.at(field);
    require(node.canConvertToInt() && node.isIntegralNumber(), field, "a whole number", node);
    return node.asInt();
  }

  private double number(String field) {
    JsonNode node = card.at(field);
    require(node.isNumber(), field, "a number", node);
    return node.asDouble();
  }

  private <E extends Enum<E>> E oneOf(Class<E> type, String field, E otherwise) {
    return card.at(field).isMissingNode() ? otherwise : oneOf(type, field);
  }

  private <E extends Enum<E>> E oneOf(Class<E> type, String field) {
    String name = text(field);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw new ProbeFileException(
        "card field %s: got unknown %s".formatted(field.substring(1), name));
  }

  private static void require(boolean valid, String field, String expected, JsonNode got) {
    if (!valid) {
      String found = got.isMissingNode() ? "nothing" : got.toString();
      throw new ProbeFileException(
          "card field %s: expected %s, got %s".formatted(field.substring(1), expected, found));
    }
  }
}
