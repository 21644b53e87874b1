package dev.linchpin.reasoner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linchpin.lm.ModelConfig.Architecture;
import java.util.Locale;

/** A reasoner's shape as a Hugging Face {@code config.json}. */
final class ConfigFile {
  private ConfigFile() {}

  static ObjectNode json(String name, ReasonerShape shape) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.putArray("architectures").add(shape.architecture().className());
    root.put("model_type", shape.architecture().name().toLowerCase(Locale.ROOT));
    root.put("_name_or_path", name);
    root.put("vocab_size", Vocabulary.size());
    root.put("hidden_size", shape.hidden());
    root.put("num_hidden_layers", shape.layers());
    root.put("num_attention_heads", shape.heads());
    root.put("num_key_value_heads", shape.kvHeads());
    root.put("intermediate_size", shape.intermediate());
    root.put("max_position_embeddings", shape.maxPositions());
    root.put("rms_norm_eps", ReasonerShape.RMS_EPSILON);
    root.put("rope_theta", ReasonerShape.ROPE_THETA);
    root.put("hidden_act", "silu");
    root.put("tie_word_embeddings", shape.hasTiedHead());
    if (shape.architecture() == Architecture.QWEN2) {
      root.put("use_sliding_window", false);
    } else {
      root.put("attention_bias", false);
    }
    root.put("bos_token_id", Vocabulary.BOS);
    root.put("eos_token_id", Vocabulary.EOS);
    root.put("pad_token_id", Vocabulary.PAD);
    root.put("torch_dtype", "float16");
    return root;
  }
}
