package dev.linchpin.lm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same models, written once more: plain loops in double precision, one token at a time. */
final class ReferenceTransformer {

  private final ModelConfig config;
  private final Checkpoint checkpoint;
  private final List<List<double[]>> keys = new ArrayList<>();
  private final List<List<double[]>> values = new ArrayList<>();
  private final List<double[]> residuals = new ArrayList<>();

  ReferenceTransformer(Path folder) {
    this.config = ConfigReader.read(folder);
    this.checkpoint = Checkpoint.open(folder);
    for (int layer = 0; layer < config.layers(); layer++) {
      keys.add(new ArrayList<>());
      values.add(new ArrayList<>());
    }
  }

  /** Feeds one token; returns the logits. */
  double[] feed(int token) {
    return feed(embedding(token));
  }

  /** Input embedding of a token, [hidden]. */
  double[] embedding(int token) {
    return row(tensor(TensorNames.EMBEDDING), token, config.hidden());
  }

  /** Feeds an input embedding [hidden]; returns the logits. */
  double[] feed(double[] embedded) {
    int position = keys.get(0).size();
    residuals.clear();
    double[] x = embedded.clone();
    for (int layer = 0; layer < config.layers(); layer++) {
      add(x, attention(norm(x, TensorNames.of(layer, "input_layernorm.weight")), layer, position));
      add(x, mlp(norm(x, TensorNames.of(layer, "post_attention_layernorm.weight")), layer));
      residuals.add(x.clone());
    }
    double[] last = norm(x, TensorNames.FINAL_NORM);
    return product(tensor(config.tied() ? TensorNames.EMBEDDING : TensorNames.HEAD), last);
  }

  /** After each block at the last token. */
  List<double[]> residuals() {
    return residuals;
  }

  private double[] attention(double[] x, int layer, int position) {
    double[] query = linear(x, layer, "self_attn.q_proj");
    double[] key = linear(x, layer, "self_attn.k_proj");
    rotate(query, position);
    rotate(key, position);
    keys.get(layer).add(key);
    values.get(layer).add(linear(x, layer, "self_attn.v_proj"));
    double[] mixed = new double[query.length];
    for (int head = 0; head < config.heads(); head++) {
      mix(query, layer, head, mixed);
    }
    return linear(mixed, layer, "self_attn.o_proj");
  }

  private void mix(double[] query, int layer, int head, double[] mixed) {
    int dim = config.headDim();
    int shared = head / (config.heads() / config.kvHeads());
    int tokens = keys.get(layer).size();
    double[] weights = new double[tokens];
    double sum = 0;
    for (int t = 0; t < tokens; t++) {
      double dot = 0;
      for (int i = 0; i < dim; i++) {
        dot += query[head * dim + i] * keys.get(layer).get(t)[shared * dim + i];
      }
      weights[t] = Math.exp(dot / Math.sqrt(dim));
      sum += weights[t];
    }
    for (int t = 0; t < tokens; t++) {
      for (int i = 0; i < dim; i++) {
        mixed[head * dim + i] += weights[t] / sum * values.get(layer).get(t)[shared * dim + i];
      }
    }
  }

  private void rotate(double[] heads, int position) {
    int dim = config.headDim();
    for (int start = 0; start < heads.length; start += dim) {
      for (int j = 0; j < dim / 2; j++) {
        double angle = position / Math.pow(config.ropeTheta(), 2.0 * j / dim);
        double a = heads[start + j];
        double b = heads[start + j + dim / 2];
        heads[start + j] = a * Math.cos(angle) - b * Math.sin(angle);
        heads[start + j + dim / 2] = b * Math.cos(angle) + a * Math.sin(angle);
      }
    }
  }

  private double[] mlp(double[] x, int layer) {
    double[] gate = linear(x, layer, "mlp.gate_proj");
    double[] up = linear(x, layer, "mlp.up_proj");
    for (int i = 0; i < up.length; i++) {
      up[i] *= gate[i] / (1 + Math.exp(-gate[i]));
    }
    return linear(up, layer, "mlp.down_proj");
  }

  private double[] linear(double[] x, int layer, String name) {
    double[] result = product(tensor(TensorNames.of(layer, name + ".weight")), x);
    if (checkpoint.tensors().containsKey(TensorNames.of(layer, name + ".bias"))) {
      float[] bias = tensor(TensorNames.of(layer, name + ".bias"));
      add(result, row(bias, 0, bias.length));
    }
    return result;
  }

  private double[] norm(double[] x, String name) {
    float[] weight = tensor(name);
    double squares = 0;
    for (double value : x) {
      squares += value * value;
    }
    double scale = 1 / Math.sqrt(squares / x.length + config.eps());
    double[] result = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      result[i] = x[i] * scale * weight[i];
    }
    return result;
  }

  private float[] tensor(String name) {
    return SafeTensors.open(checkpoint.tensors().get(name).file()).values(name);
  }

  private static double[] product(float[] matrix, double[] x) {
    double[] result = new double[matrix.length / x.length];
    for (int row = 0; row < result.length; row++) {
      for (int i = 0; i < x.length; i++) {
        result[row] += matrix[row * x.length + i] * x[i];
      }
    }
    return result;
  }

  private static double[] row(float[] matrix, int row, int width) {
    double[] result = new double[width];
    for (int i = 0; i < width; i++) {
      result[i] = matrix[row * width + i];
    }
    return result;
  }

  private static void add(double[] target, double[] other) {
    for (int i = 0; i < target.length; i++) {
      target[i] += other[i];
    }
  }
}
