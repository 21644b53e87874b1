package dev.linchpin.reasoner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The closed vocabulary of the puzzles. A token carries its own white space, so a text is its
 * tokens joined. A variable has one token per role: used ({@code " k"}), defined ({@code "k:"}) and
 * bound to a value ({@code " k="}); the roles let a small model find a value by one look-up.
 */
public final class Vocabulary {
  /** Number of variable names, {@code a} to {@code p}. */
  public static final int NAMES = 16;

  /**
   * The first names, {@code a} to {@code e}, are of given variables, the others of computed ones.
   */
  static final int GIVEN_NAMES = 5;

  /** All arithmetic is modulo this number, so a value is one digit. */
  public static final int MODULUS = 10;

  private static final List<String> WORDS =
      List.of(
          "<pad>", "<bos>", "<eos>", ".\n", "?\n", "Find", "Let", "Need", "Recall", "Not",
          " needed", "Answer:", " plus", " minus", " is", " so", " total=");

  private static final List<String> TOKENS = tokens();
  private static final Map<String, Integer> IDS = ids();

  static final int PAD = id("<pad>");
  static final int BOS = id("<bos>");
  static final int EOS = id("<eos>");
  static final int STOP = id(".\n");
  static final int QUESTION = id("?\n");
  static final int FIND = id("Find");
  static final int LET = id("Let");
  static final int NEED = id("Need");
  static final int RECALL = id("Recall");
  static final int NOT = id("Not");
  static final int NEEDED = id(" needed");
  static final int ANSWER = id("Answer:");
  static final int IS = id(" is");
  static final int SO = id(" so");
  static final int TOTAL = id(" total=");

  private Vocabulary() {}

  /** All tokens in the order of their ids. */
  public static List<String> all() {
    return TOKENS;
  }

  /** Number of tokens. */
  public static int size() {
    return TOKENS.size();
  }

  /** The text of a token sequence. */
  public static String text(int[] tokens, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(TOKENS.get(tokens[i]));
    }
    return text.toString();
  }

  static int use(int name) {
    return id(" a") + name;
  }

  static int define(int name) {
    return id("a:") + name;
  }

  static int bind(int name) {
    return id(" a=") + name;
  }

  static int operator(Operator operator) {
    return operator == Operator.PLUS ? id(" plus") : id(" minus");
  }

  /** A number inside an expression, with its leading space. */
  static int number(int value) {
    return id(" 0") + value;
  }

  /** A value right after {@code =}. */
  static int value(int value) {
    return id("0") + value;
  }

  /** The variable that a step with this first token computes. */
  static Optional<Integer> definedBy(int token) {
    int name = token - id("a:");
    return name >= 0 && name < NAMES ? Optional.of(name) : Optional.empty();
  }

  private static int id(String token) {
    return IDS.get(token);
  }

  private static List<String> tokens() {
    List<String> all = new ArrayList<>(WORDS);
    for (int digit = 0; digit < MODULUS; digit++) {
      all.add(Integer.toString(digit));
    }
    for (int digit = 0; digit < MODULUS; digit++) {
      all.add(" " + digit);
    }
    for (String form : List.of(" %s", "%s:", " %s=")) {
      for (int name = 0; name < NAMES; name++) {
        all.add(form.formatted(nameOf(name)));
      }
    }
    return List.copyOf(all);
  }

  /** The letter of a variable. */
  static String nameOf(int name) {
    return String.valueOf((char) ('a' + name));
  }

  private static Map<String, Integer> ids() {
    Map<String, Integer> ids = new HashMap<>();
    for (int i = 0; i < TOKENS.size(); i++) {
      ids.put(TOKENS.get(i), i);
    }
    return Map.copyOf(ids);
  }
}
