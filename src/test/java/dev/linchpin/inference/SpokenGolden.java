package dev.linchpin.inference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The golden checkpoint with a tokenizer of its own: token {@code n} reads {@code " n"}, and every
 * seventh {@code ".\n"} after its number.
 */
public final class SpokenGolden {

  private static final int VOCABULARY = 512;

  private SpokenGolden() {}

  /** Copies it into a folder. */
  public static Path into(Path folder) {
    try {
      for (String name : new String[] {"config.json", "model.safetensors"}) {
        try (InputStream in = SpokenGolden.class.getResourceAsStream("/golden/llama/" + name)) {
          Files.copy(in, folder.resolve(name));
        }
      }
      Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** What a token reads. */
  static String piece(int token) {
    return " " + token + (token % 7 == 0 ? ".\n" : "");
  }

  private static String tokenizer() {
    String vocabulary =
        IntStream.range(0, VOCABULARY)
            .mapToObj(token -> "\"" + piece(token).replace("\n", "\\n") + "\":" + token)
            .collect(Collectors.joining(","));
    return """
        {"version":"1.0","added_tokens":[],"normalizer":null,"post_processor":null,
         "pre_tokenizer":{"type":"Split","pattern":{"Regex":" [0-9]+(?:\\\\.\\\\n)?"},
                          "behavior":"Isolated","invert":false},
         "decoder":{"type":"Fuse"},
         "model":{"type":"WordLevel","unk_token":" 0.\\n","vocab":{%s}}}
        """
        .formatted(vocabulary);
  }
}
