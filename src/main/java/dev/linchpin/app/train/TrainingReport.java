package dev.linchpin.app.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeRelease;
import dev.linchpin.training.FollowerEvent;
import dev.linchpin.training.FollowerListener;
import dev.linchpin.training.Losses;
import dev.linchpin.training.PromotionGate.Decision;
import dev.linchpin.training.TrainingListener.Progress;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Results on the output, as text or JSON lines; progress beside it. */
final class TrainingReport implements FollowerListener {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean json;

  TrainingReport(PrintWriter out, PrintWriter err, boolean json) {
    this.out = out;
    this.err = err;
    this.json = json;
  }

  @Override
  public void heard(FollowerEvent event) {
    if (event instanceof FollowerEvent.Begun begun) {
      progress("training for %s, %s", begun.model(), begun.shape());
    } else if (event instanceof FollowerEvent.Lost lost) {
      lost(lost.losses());
    } else if (event instanceof FollowerEvent.Training training) {
      progress("training on %d labels: %s", training.labels(), training.trigger());
    } else if (event instanceof FollowerEvent.Epoch epoch) {
      epoch(epoch.progress());
    } else if (event instanceof FollowerEvent.Postponed postponed) {
      postponed(postponed.reason());
    } else if (event instanceof FollowerEvent.Trained trained) {
      trained(trained.challenger());
    } else if (event instanceof FollowerEvent.Promoted promoted) {
      decided("promotion", promoted.from(), promoted.to(), promoted.decision());
    } else if (event instanceof FollowerEvent.Rejected rejected) {
      decided("rejection", rejected.champion(), rejected.challenger(), rejected.decision());
    }
  }

  private void epoch(Progress epoch) {
    progress(
        "epoch %d of %d: loss %.3f, validation AUROC %.3f",
        epoch.epoch(), epoch.epochs(), epoch.trainLoss(), epoch.validationAuroc());
  }

  private void lost(Losses losses) {
    progress(
        "labels without activations: %d deleted, %d mismatched, %d malformed, %d not in the claim"
            + " store, %d projected",
        losses.deleted(),
        losses.mismatched(),
        losses.malformed(),
        losses.unclaimed(),
        losses.projected());
  }

  void postponed(String reason) {
    progress("not yet: %s", reason);
  }

  void trained(ProbeRelease challenger) {
    if (json) {
      ObjectNode line =
          line("trained")
              .put("model", challenger.id().model())
              .put("probe", challenger.id().name())
              .put("version", challenger.id().version());
      challenger.metrics().forEach(line::put);
      print(line);
    } else {
      print("trained %s", challenger.id().key());
      challenger.metrics().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(figure -> print("  %-26s %.4f", figure.getKey(), figure.getValue()));
    }
  }

  private void decided(String what, ProbeId champion, ProbeId challenger, Decision decision) {
    if (json) {
      print(
          line(what)
              .put("model", champion.model())
              .put("from", champion.version())
              .put("to", challenger.version())
              .put("aurocFrom", decision.champion().auroc())
              .put("aurocTo", decision.challenger().auroc())
              .put("chains", decision.chains()));
    } else {
      print(
          "%s: %s AUROC %.3f, calibration error %.3f; %s AUROC %.3f, calibration error %.3f;"
              + " gain %.3f to %.3f on %d steps of %d chains",
          what,
          champion.key(),
          decision.champion().auroc(),
          decision.champion().calibrationError(),
          challenger.key(),
          decision.challenger().auroc(),
          decision.challenger().calibrationError(),
          decision.aurocGain95().low(),
          decision.aurocGain95().high(),
          decision.steps(),
          decision.chains());
    }
  }

  private static ObjectNode line(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  private void print(ObjectNode line) {
    try {
      out.println(JSON.writeValueAsString(line));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
    out.flush();
  }

  private void progress(String format, Object... values) {
    err.println(String.format(Locale.ROOT, format, values));
    err.flush();
  }
}
