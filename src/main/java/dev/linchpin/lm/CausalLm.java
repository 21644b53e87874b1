package dev.linchpin.lm;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A language model loaded from a Hugging Face folder. Safe for use from several threads at once;
 * close it when no decoding is open any more.
 */
public final class CausalLm implements AutoCloseable {

  private static final String ENGINE = "PyTorch";

  /** Positions whose logits over the vocabulary are held at once. */
  private static final int POSITIONS_PER_HEAD = 128;

  /** Tokens of all rows in one backward pass, at most, unless one row has more. */
  private static final int TOKENS_PER_GRADIENT = 2048;

  private final Path folder;
  private final ModelConfig config;
  private final Checkpoint checkpoint;
  private final NDManager manager;
  private final Transformer transformer;
  private String fingerprint = "";
  private List<Tokenizer> tokenizer = List.of();

  private CausalLm(
      Path folder,
      ModelConfig config,
      Checkpoint checkpoint,
      NDManager manager,
      TensorSource tensors) {
    this.folder = folder;
    this.config = config;
    this.checkpoint = checkpoint;
    this.manager = manager;
    Weights weights = new WeightLoader(tensors, config).load();
    this.transformer = new Transformer(config, weights, manager);
  }

  /** Loads to the first CUDA device if the engine sees one, otherwise to the CPU. */
  public static CausalLm load(Path folder) {
    return load(folder, () -> Engine.getEngine(ENGINE).defaultDevice());
  }

  public static CausalLm load(Path folder, Device device) {
    return load(folder, () -> device);
  }

  /** The folder is checked before the engine, which is slow to start, is touched. */
  private static CausalLm load(Path folder, Supplier<Device> device) {
    ModelConfig config = ConfigReader.read(folder);
    Checkpoint checkpoint = Checkpoint.open(folder);
    CheckpointCheck.verify(checkpoint, config);
    NDManager manager = NDManager.newBaseManager(device.get(), ENGINE);
    try {
      return new CausalLm(
          folder, config, checkpoint, manager, new CheckpointTensors(manager, checkpoint));
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /**
   * A model of the same shape and with the same tokenizer that has learnt nothing: a control. It
   * lies on the same device and is closed by its own.
   *
   * @param seed of its weights
   */
  public CausalLm untrained(long seed) {
    NDManager own = NDManager.newBaseManager(manager.getDevice(), ENGINE);
    CausalLm twin =
        new CausalLm(folder, config, checkpoint, own, new RandomTensors(own, config, seed));
    twin.fingerprint = "untrained-" + seed;
    return twin;
  }

  public ModelConfig config() {
    return config;
  }

  /** What {@code config.json} calls the model, or else the folder's name. */
  public String name() {
    return config.name().isEmpty() ? folderName() : config.name();
  }

  private String folderName() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  /**
   * SHA-256, hexadecimal, over {@code config.json} and the weight files. Reads them all at the
   * first call.
   */
  public synchronized String fingerprint() {
    if (fingerprint.isEmpty()) {
      fingerprint =
          Fingerprint.of(
              Stream.concat(Stream.of(folder.resolve("config.json")), checkpoint.shards().stream())
                  .toList());
    }
    return fingerprint;
  }

  /**
   * The model's tokenizer; closed with the model.
   *
   * @throws ModelFormatException when the folder has none
   */
  public synchronized Tokenizer tokenizer() {
    if (tokenizer.isEmpty()) {
      tokenizer = List.of(Tokenizer.open(folder));
    }
    return tokenizer.get(0);
  }

  /** Starts one sequence. */
  public Decoding decode() {
    return new Decoding(decodeBatch(1, Capture.RESIDUALS));
  }

  /** Starts several sequences side by side. */
  public BatchDecoding decodeBatch(int rows, Capture capture) {
    return new BatchDecoding(manager, config, transformer, rows, capture);
  }

  /** Runs a whole sequence at once. */
  public ForwardPass forward(int... tokens) {
    Tokens.check(config, tokens, 0);
    ForwardPass[] result = new ForwardPass[1];
    Inference.run(() -> result[0] = forwardPass(tokens));
    return result[0];
  }

  private ForwardPass forwardPass(int[] tokens) {
    NDList stream = residuals(tokens);
    NDArray last = stream.get(stream.size() - 1).get("0, -1");
    float[][] residuals = stream.stream().map(NDArray::toFloatArray).toArray(float[][]::new);
    return new ForwardPass(config.hidden(), residuals, transformer.logits(last).toFloatArray());
  }

  /**
   * Natural log-probability of each token but the first, given those before it.
   *
   * @param tokens at least two
   * @return [tokens - 1]
   */
  public float[] logProbabilities(int... tokens) {
    Tokens.check(config, tokens, 0);
    float[] result = new float[tokens.length - 1];
    Inference.run(
        () -> {
          NDList stream = residuals(tokens);
          NDArray last = stream.get(stream.size() - 1);
          for (int from = 0; from < result.length; from += POSITIONS_PER_HEAD) {
            int to = Math.min(result.length, from + POSITIONS_PER_HEAD);
            float[] part = logProbabilities(last, tokens, from, to);
            System.arraycopy(part, 0, result, from, part.length);
          }
        });
    return result;
  }

  /**
   * How much each part of a sequence depends on the parts before it: {@code I(i, j)}, the Frobenius
   * norm of the gradient of the summed token probabilities of part j with respect to the input
   * embeddings of part i (arXiv 2604.18307).
   *
   * @param tokens the whole sequence
   * @param parts in order, none at the sequence's first token
   * @return [parts][parts], at [i][j] the influence of i on j, 0 unless i is before j
   */
  public float[][] influence(int[] tokens, List<TokenSpan> parts) {
    Tokens.check(config, tokens, 0);
    if (parts.stream().anyMatch(part -> part.start() < 1 || part.end() > tokens.length)) {
      throw new IllegalArgumentException(
          "expected parts within 1:" + tokens.length + ", got " + parts);
    }
    float[][] influence = new float[parts.size()][parts.size()];
    int rows = influenceRows(tokens.length);
    for (int from = 1; from < parts.size(); from += rows) {
      new Influence(transformer, config, manager, tokens, parts)
          .fill(from, Math.min(parts.size(), from + rows), influence);
    }
    return influence;
  }

  /** Passes of the model that {@link #influence} takes. */
  public long influencePasses(int tokens, int parts) {
    int rows = influenceRows(tokens);
    return (Math.max(0, parts - 1L) + rows - 1) / rows;
  }

  private static int influenceRows(int tokens) {
    return Math.max(1, TOKENS_PER_GRADIENT / tokens);
  }

  /** Log-probabilities of the tokens that follow positions {@code from} to {@code to}. */
  private float[] logProbabilities(NDArray last, int[] tokens, int from, int to) {
    long[] next = Arrays.stream(tokens, from + 1, to + 1).asLongStream().toArray();
    return Inference.keepingResult(
            () -> {
              NDArray logits = transformer.logits(last.get(new NDIndex("0").addSliceDim(from, to)));
              NDArray index = manager.create(next, new Shape(next.length, 1));
              return logits.logSoftmax(1).gather(index, 1);
            })
        .toFloatArray();
  }

  /** Residual stream after each block, each [1, tokens, hidden]. */
  private NDList residuals(int[] tokens) {
    long[] ids = TokenBlock.of(tokens).ids();
    NDArray embedded = transformer.embed(manager.create(ids, new Shape(1, tokens.length)));
    Rotation rotation = Rotation.at(manager, config, new int[1], tokens.length);
    Visibility causal = Visibility.causal(manager, tokens.length);
    return transformer.blocks(embedded, rotation, causal, KeyValues.NONE);
  }

  /** Arrays that the model holds on the device: its weights, when no decoding is open. */
  int managedArrays() {
    return manager.getManagedArrays().size();
  }

  @Override
  public synchronized void close() {
    tokenizer.forEach(Tokenizer::close);
    tokenizer = List.of();
    manager.close();
  }
}
