package dev.linchpin.reasoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cuts a growing text into steps, token by token, and says that a step is over at the earliest
 * moment at which this is certain.
 *
 * <p>A step ends after a blank line, or after {@code .}, {@code ?} or {@code !} followed by a space
 * or a line break. A token that carries both the mark and what follows it ({@code ".\n"}) ends its
 * step at once; a bare mark is confirmed by the first character of the next token, and then the
 * step ended before that token. A token belongs to one step as a whole: to the one that its first
 * visible character continues. Whitespace before a step belongs to that step; whitespace alone
 * never makes one. From the answer marker on nothing is a step.
 *
 * <p>arXiv 2604.18307 cuts at the same marks and lines, save for a mark before a carriage return
 * and for a blank line with spaces in it, and so abbreviations end steps and decimals do not in
 * both. The one difference is that it then joins a step of fewer than 10 characters, not counting
 * white space around them, to the step before. Here such a step stays its own: its verdict is due
 * when it ends.
 *
 * <p>One object per chain; not safe for use by several threads.
 */
public final class StepSegmenter {

  private static final Pattern BOUNDARY = Pattern.compile("[.?!][ \\r\\n]|\\n[ \\t\\r]*\\n");

  private final AnswerMarker marker;

  /** Text of the open step, or what was read of it, whitespace before it included. */
  private final StringBuilder open = new StringBuilder();

  /** Where each token of the open step begins in {@link #open}. */
  private final List<Integer> tokenStarts = new ArrayList<>();

  private final StringBuilder answer = new StringBuilder();

  /** The unfinished line before {@link #open}. */
  private String line = "";

  private int firstToken;
  private boolean answering;

  public StepSegmenter(AnswerMarker marker) {
    this.marker = marker;
  }

  /**
   * Takes the text of the next token.
   *
   * @param piece the text that the token adds, may be empty
   * @return the steps that are now known to be over, in order; at most two, because a token can end
   *     the step before it and one of its own
   */
  public List<StepSpan> accept(String piece) {
    if (answering) {
      answer.append(piece);
      return List.of();
    }
    List<StepSpan> ended = new ArrayList<>(2);
    if (confirmsEnd(piece)) {
      ended.add(close(open.length(), tokenStarts.size()));
    }
    tokenStarts.add(open.length());
    open.append(piece);
    endWithin(piece).ifPresent(ended::add);
    return ended;
  }

  /** Ends the text: what is open becomes the last step, unless it is only whitespace. */
  public Optional<StepSpan> finish() {
    return closeIfVisible(open.length(), tokenStarts.size());
  }

  /**
   * Number of tokens whose step is certain. Later ones have been accepted but may turn out to be
   * the beginning of the answer marker.
   */
  public int settledTokens() {
    return firstToken + tokensBefore(marker.findBegun(line, open));
  }

  /** Whether the answer marker has been read: no further step will come. */
  public boolean answering() {
    return answering;
  }

  /** The text after the answer marker so far, stripped; empty before the marker. */
  public String answer() {
    return answer.toString().strip();
  }

  private boolean confirmsEnd(String piece) {
    int visible = firstVisible(piece);
    int from = Math.max(0, lastVisible(open));
    return !isBlank(open)
        && BOUNDARY.matcher(open.substring(from) + piece.substring(0, visible)).find();
  }

  private Optional<StepSpan> endWithin(String piece) {
    int answerAt = marker.find(line, open);
    if (answerAt >= 0) {
      return beginAnswer(answerAt);
    }
    return BOUNDARY.matcher(piece).find(firstVisible(piece))
        ? Optional.of(close(open.length(), tokenStarts.size()))
        : Optional.empty();
  }

  private Optional<StepSpan> beginAnswer(int at) {
    answering = true;
    answer.append(open, at + marker.text().length(), open.length());
    Optional<StepSpan> last = closeIfVisible(at, tokensBefore(at));
    clear();
    return last;
  }

  /**
   * Number of the open step's tokens before a position of its text. The token across that position
   * counts if it shows something before it.
   */
  private int tokensBefore(int at) {
    int tokens = (int) tokenStarts.stream().filter(start -> start < at).count();
    boolean shared = at < (tokens < tokenStarts.size() ? tokenStarts.get(tokens) : open.length());
    boolean shows = tokens > 0 && !isBlank(open.substring(tokenStarts.get(tokens - 1), at));
    return shared && !shows ? Math.max(0, tokens - 1) : tokens;
  }

  private Optional<StepSpan> closeIfVisible(int length, int tokens) {
    return isBlank(open.substring(0, length))
        ? Optional.empty()
        : Optional.of(close(length, tokens));
  }

  private StepSpan close(int length, int tokens) {
    String text = open.substring(0, length);
    StepSpan span = new StepSpan(text, firstToken, firstToken + tokens);
    line = AnswerMarker.lastLine(line + text);
    firstToken = span.endToken();
    clear();
    return span;
  }

  private void clear() {
    open.setLength(0);
    tokenStarts.clear();
  }

  private static int firstVisible(CharSequence text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int lastVisible(CharSequence text) {
    int at = text.length() - 1;
    while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at;
  }

  private static boolean isBlank(CharSequence text) {
    return firstVisible(text) == text.length();
  }
}
