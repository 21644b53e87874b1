package dev.linchpin.reasoner;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The vocabulary as a Hugging Face {@code tokenizer.json}: whole words, split where the puzzles'
 * tokens end, joined without separators. Text outside the vocabulary is an error, not an unknown
 * token.
 */
final class TokenizerFile {
  private static final String PATTERN = "[.?]\\n| ?[A-Za-z]+[:=]?| ?[0-9]";
  private static final ObjectMapper JSON = new ObjectMapper();

  private TokenizerFile() {}

  static ObjectNode json() {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", "1.0");
    root.putNull("truncation");
    root.putNull("padding");
    root.set("added_tokens", specialTokens());
    root.putNull("normalizer");
    root.set("pre_tokenizer", splitter());
    root.set("post_processor", beginMarker());
    root.putObject("decoder").put("type", "Fuse");
    root.set("model", model());
    return root;
  }

  private static ArrayNode specialTokens() {
    ArrayNode tokens = JSON.createArrayNode();
    for (int id : new int[] {Vocabulary.PAD, Vocabulary.BOS, Vocabulary.EOS}) {
      ObjectNode token = tokens.addObject();
      token.put("id", id).put("content", Vocabulary.all().get(id)).put("special", true);
      for (String flag : new String[] {"single_word", "lstrip", "rstrip", "normalized"}) {
        token.put(flag, false);
      }
    }
    return tokens;
  }

  private static ObjectNode splitter() {
    ObjectNode split = JSON.createObjectNode();
    split.put("type", "Split").put("behavior", "Isolated").put("invert", false);
    split.putObject("pattern").put("Regex", PATTERN);
    return split;
  }

  private static ObjectNode beginMarker() {
    String marker = Vocabulary.all().get(Vocabulary.BOS);
    ObjectNode template = JSON.createObjectNode();
    template.put("type", "TemplateProcessing");
    ArrayNode single = template.putArray("single");
    single.addObject().putObject("SpecialToken").put("id", marker).put("type_id", 0);
    single.addObject().putObject("Sequence").put("id", "A").put("type_id", 0);
    ArrayNode pair = template.putArray("pair");
    pair.addObject().putObject("Sequence").put("id", "A").put("type_id", 0);
    pair.addObject().putObject("Sequence").put("id", "B").put("type_id", 1);
    ObjectNode token = template.putObject("special_tokens").putObject(marker);
    token.put("id", marker);
    token.putArray("ids").add(Vocabulary.BOS);
    token.putArray("tokens").add(marker);
    return template;
  }

  private static ObjectNode model() {
    ObjectNode model = JSON.createObjectNode();
    model.put("type", "WordLevel").put("unk_token", "<unk>");
    ObjectNode vocabulary = model.putObject("vocab");
    for (int id = 0; id < Vocabulary.size(); id++) {
      vocabulary.put(Vocabulary.all().get(id), id);
    }
    return model;
  }
}
