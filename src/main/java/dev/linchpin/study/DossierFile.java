package dev.linchpin.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A dossier on disk, so that a study goes on where it was interrupted: a JSON document behind its
 * length, then the arrays of every step, each behind its length.
 */
final class DossierFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ARRAYS = 7;

  private DossierFile() {}

  private record Head(
      String chainId,
      String problem,
      String answer,
      boolean correct,
      List<Step> steps,
      List<Taken> removals) {}

  private record Step(String text, int tokens, int firstToken) {}

  private record Taken(Way way, Removal removal) {}

  /** Writes it whole or not at all. */
  static void write(Path file, Dossier dossier) {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      Files.createDirectories(file.getParent());
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial)))) {
        byte[] head = JSON.writeValueAsBytes(head(dossier));
        out.writeInt(head.length);
        out.write(head);
        for (int i = 0; i < dossier.chain().steps().size(); i++) {
          for (float[] array : arrays(dossier, i)) {
            write(out, array);
          }
        }
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static Head head(Dossier dossier) {
    ObservedChain chain = dossier.chain();
    return new Head(
        chain.chainId(),
        chain.problem().text(),
        chain.answer(),
        chain.correct(),
        chain.steps().stream().map(s -> new Step(s.text(), s.tokens(), s.firstToken())).toList(),
        dossier.removals().entrySet().stream()
            .map(removal -> new Taken(removal.getKey(), removal.getValue()))
            .toList());
  }

  private static float[][] arrays(Dossier dossier, int step) {
    StepReading reading = dossier.readings().get(step);
    return new float[][] {
      dossier.chain().steps().get(step).activations(),
      reading.mean(),
      reading.first(),
      reading.middle(),
      reading.last(),
      reading.logProbabilities(),
      dossier.alone().get(step)
    };
  }

  private static void write(DataOutputStream out, float[] array) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(array.length * Float.BYTES);
    bytes.asFloatBuffer().put(array);
    out.writeInt(array.length);
    out.write(bytes.array());
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if the file is of another problem
   */
  static Dossier read(Path file, Problem problem) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      Head head = JSON.readValue(in.readNBytes(in.readInt()), Head.class);
      if (!head.problem().equals(problem.text())) {
        throw new IllegalArgumentException(
            "%s: expected a chain about '%s', got one about '%s'"
                .formatted(file, problem.text(), head.problem()));
      }
      return read(in, head, problem);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + "; delete it to make it anew", e);
    }
  }

  private static Dossier read(DataInputStream in, Head head, Problem problem) throws IOException {
    List<ObservedStep> steps = new ArrayList<>();
    List<StepReading> readings = new ArrayList<>();
    List<float[]> alone = new ArrayList<>();
    for (Step step : head.steps()) {
      float[][] arrays = new float[ARRAYS][];
      for (int i = 0; i < ARRAYS; i++) {
        arrays[i] = read(in);
      }
      steps.add(
          new ObservedStep(steps.size(), step.text(), step.tokens(), step.firstToken(), arrays[0]));
      readings.add(new StepReading(arrays[1], arrays[2], arrays[3], arrays[4], arrays[5]));
      alone.add(arrays[6]);
    }
    Map<Way, Removal> removals = new HashMap<>();
    head.removals().forEach(taken -> removals.put(taken.way(), taken.removal()));
    return new Dossier(
        new ObservedChain(head.chainId(), problem, steps, head.answer(), head.correct()),
        readings,
        alone,
        removals);
  }

  private static float[] read(DataInputStream in) throws IOException {
    float[] array = new float[in.readInt()];
    byte[] bytes = new byte[array.length * Float.BYTES];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asFloatBuffer().get(array);
    return array;
  }
}
