package dev.linchpin.inference;

import dev.linchpin.wire.SamplingSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A model that always says the same pieces. At position {@code p} of the sequence its residual
 * stream is {@code [p, -p]}: two layers, one unit.
 */
class ScriptedModel implements ReasoningModel {

  static final SamplingSettings SAMPLING = new SamplingSettings(0, 1, 1_000, 1);

  private final List<String> pieces;

  /** What happened, in order: {@code draw:piece}, {@code feed:piece}, {@code close}. */
  final List<String> log = Collections.synchronizedList(new ArrayList<>());

  ScriptedModel(List<String> pieces) {
    this.pieces = pieces;
  }

  /** Pieces divided by {@code |}. */
  static ScriptedModel saying(String pieces) {
    return new ScriptedModel(List.of(pieces.split("\\|")));
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String fingerprint() {
    return "f1";
  }

  @Override
  public int layers() {
    return 2;
  }

  @Override
  public int hidden() {
    return 1;
  }

  @Override
  public int contextLength() {
    return 64;
  }

  /** One token a character. */
  @Override
  public int[] encode(String prompt) {
    return prompt.chars().toArray();
  }

  @Override
  public Continuation begin(int[] prompt, SamplingSettings sampling) {
    return new Script(prompt.length - 1);
  }

  private final class Script implements Continuation {
    private final Iterator<String> rest = pieces.iterator();
    private int position;

    Script(int position) {
      this.position = position;
    }

    @Override
    public Optional<Draw> draw() {
      if (!rest.hasNext()) {
        return Optional.empty();
      }
      String piece = rest.next();
      log.add("draw:" + piece);
      return Optional.of(new Draw(position + 1, piece, -(position + 1)));
    }

    @Override
    public void feed(Draw draw) {
      log.add("feed:" + draw.piece());
      position++;
    }

    @Override
    public float[] residuals() {
      return new float[] {position, -position};
    }

    @Override
    public void close() {
      log.add("close");
    }
  }
}
