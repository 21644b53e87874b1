package dev.linchpin.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerMatcherTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k=5 plus m=9 total=4. | 4",
        "k=5 minus m=9 total=-4. | -4",
        "The total is $1,234.50. | 1234.5",
        "about .5 | 0.5",
        "5-3 | 3",
        "it is \u22127 | -7",
        "so \\boxed{12} of 40 | 12",
        "first \\boxed{3}, then \\boxed{\\text{4}} | 4",
        "\\boxed{x^{2}+1} | x^{2}+1",
        "50 % | 50%",
        "Paris. | paris",
        "  the  red\tdoor! | The red door",
        "\\boxed{42 | 42",
        "4 | \\boxed{4}",
        "? | ?",
        "It is 4! | 4",
        "First 3, then 4. | 4",
        "so, 4 | 4",
        "k=5, m=4 | 4",
        "**42** | 42",
        "there are 12 pears left | 12",
        "the 12apples | 12",
        "the 4th | 4",
        "- 12 | 12",
        "- k= -12 | -12",
        ") k=1,234 ( | 1234",
        "12/4 = 3 | 3",
        "the odds are 3/4. | 3/4",
        "the odds are \\frac{3}{4}. | 0.75",
        "on 12/4/2020 | 2020",
        "The answer is $x = 7$. | 7",
        "about 5 cm. | 5",
        "some 5 million people | 5000000",
        "42}. Let me check: 3 | 42",
        "\\frac{3}{4}} | 3/4",
        "so \\boxed{\\boxed{5}} | 5",
        "so \\boxed {5} | 5",
        "a \\} and \\boxed{\\{1,2\\}} | \\{2,1\\}",
      })
  void shouldAccept(String answer, String key) {
    assertThat(AnswerMatcher.matches(answer, key)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k=5 plus m=9 total=4. | 5",
        "no number at all | 4",
        "'' | 4",
        "'' | Paris",
        "'' | +",
        "so \\boxed{12} of 40 | 40",
        "London | Paris",
        "3.14 | 3",
        "-4 | 4",
        "6, 5 | 5",
        "(1,2) | 2",
        "3/4 | 4",
        "\\frac{3}{4} | 4",
        "\\frac{x}{4} | 4",
        "it is x^2 | 2",
        "it is x^{2} | 2",
        "it is 2\\sqrt{3} | 2",
        "it is 2\\sqrt{3} | 3",
        "it is 2\\pi | 2",
        "it is 2x | 2",
        "it is 2xy | 2",
        "it is 2sin(x) | 2",
        "-12 | 12",
        "it is sqrt(2) | 2",
        "it is 123_5 | 5",
        "some 5 million people | 5",
        "it is 5 cm | 5 m",
        "\\boxed{} 4 | 4",
        "4 \\boxed{5 | 4",
        "\\boxed{4 or 5} | 5",
        "\\boxed{\\text{none of the 4}} | 4",
        "\\boxed{\\frac{3}{4} | 4",
        "42}. Let me check: 3 | 3",
      })
  void shouldReject(String answer, String key) {
    assertThat(AnswerMatcher.matches(answer, key)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // numbers
        "3/4 | \\frac{3}{4}",
        "\\dfrac34 | \\tfrac{3}{4}",
        "\\frac{3}4 | 0.75",
        "-\\frac{3}{4} | \\frac{-3}{4}",
        "3/-4 | -0.750",
        "\\frac{6}{8} | 3 / 4",
        "\\frac{8}{2} | 4",
        "1\\frac{1}{2} | 3/2",
        "1 1/2 | 1.5",
        "-1\\frac12 | -1.5",
        "- \\frac12 | -0.5",
        "1{,}234 | 1234",
        "1\\,234 | 1,234",
        "10,\\!080 | 10080",
        "1\\!,\\!234.50 | 1234.5",
        "10^4 | 10{,}000",
        "2.5\\times10^{-3} | 0.0025",
        "0.\\overline{3} | 1/3",
        "0.1\\overline{6} | \\frac16",
        "+5 | 5",
        "\u22125 | -5",
        "{-}5 | -5",
        "007 | 7",
        "5. | 5",
        "\\approx 3.14 | 3.14",
        "0 | -0",
        // decimals of fractions
        "0.3333 | 1/3",
        "83.33 | 83\\frac13",
        "0.6667 | 2/3",
        "0.6666 | 2/3",
        // settings
        "$5$ | 5",
        "\\(5\\) | 5",
        "\\left(1, 2\\right) | (1,2)",
        "\\text{Monday} | monday",
        "\\mathrm{(A)} | (a)",
        "\\mathbf{A} | A",
        "x^{10} | x^10",
        "x^{2} + 1 | x^2+1",
        "\\sqrt2 | \\sqrt{2}",
        "2\u221a3 | 2\\sqrt{3}",
        "\\frac{\\pi}{2} | \u03c0/2",
        "2pi | 2\\pi",
        "2 \\cdot x | 2 \\times x",
        // units
        "5\\text{ cm} | 5",
        "5 cm | 5\\,\\mathrm{centimeters}",
        "5\\text{ cm}^2 | 5 square cm",
        "5 cm\u00b2 | 5\\text{ cm}^{2}",
        "90^\\circ | 90",
        "90^{\\circ} | 90 degrees",
        "\\$5 | 5 dollars",
        "$5 | 5",
        "10\\% | 10",
        "10% | 10 percent",
        "12\\text{ apples} | 12",
        "12 apple | 12 apples",
        "5 miles per hour | 5",
        "5 million | 5,000,000",
        "\\$1.5 million | 1500000",
        // several values
        "(1, 2) | (1,2)",
        "1, 2 | (1,2)",
        "(1/2, -3) | (0.5,-3)",
        "[0, 1) | [0,1)",
        "(-\\infty, 2] | (-\u221e,2]",
        "\\{1, 2, 3\\} | \\{3,1,2\\}",
        "1 < x < 2 | (1,2)",
        "1 \\le x < 2 | [1,2)",
        "-1<y\\leq 1/2 | (-1,0.5]",
        "x \\in [0,1] | [0,1]",
        "(x,y)=(1,2) | (x,y) = (1,2)",
        "(-\\infty,2)\\cup(3,\\infty) | (-\\infty, 2) \\cup (3, \\infty)",
        "(5) | 5",
        // names
        "x = 5 | 5",
        "N=\\frac12 | 0.5",
        "x=5 | x = 5.0",
        "(x=1, y=2) | (1,2)",
        // sums
        "\\sqrt{15}+8 | 8+\\sqrt{15}",
        "x-2 | -2+x",
        "a+b-c | -c+b+a",
        "y=2x+1 | y=1+2x",
        "2(x+1)+3 | 3+2(x+1)",
      })
  void shouldTakeForTheSame(String a, String b) {
    assertThat(AnswerMatcher.matches(boxed(a), b)).as("%s is %s", a, b).isTrue();
    assertThat(AnswerMatcher.matches(boxed(b), a)).as("%s is %s", b, a).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // numbers
        "-5 | 5",
        "12 | 1.2",
        "10000 | 10001",
        "1234.5 | 1234.54",
        "3.14159 | 3.1416",
        "3/4 | 4/3",
        "3/4 | 3",
        "-3/4 | 3/4",
        "1\\frac12 | 11/2",
        "1 1/2 | 11/2",
        "3/0 | 3",
        "3/4/5 | 3/4",
        "3:4 | 3/4",
        "10^4 | 104",
        "10^4 | 4",
        "10^{-2} | 100",
        "0^{-1} | 0",
        "1.2.3 | 1.2",
        "1,23 | 123",
        "1, 234 | 1234",
        "5! | 5",
        "5? 6 | 6",
        "2+3 | 3",
        "123_5 | 123",
        "5 \\pm 1 | 5",
        // decimals of fractions
        "0.33 | 1/3",
        "0.333 | 1/3",
        "0.3334 | 1/3",
        "0.13 | 1/8",
        "0.1251 | 1/8",
        "333 | 1000/3",
        "0.3333 | 0.\\overline{3}0",
        // formulas
        "2x | 2",
        "2\\pi | 2",
        "2\\sqrt{3} | 2",
        "x^2 | x2",
        "x^{12} | x^12y",
        "x^{2y} | x^2y",
        "-x | x",
        "n! | n",
        "f' | f",
        "(x+1)^2 | x+1",
        "\\frac{a}{b} | \\frac{b}{a}",
        "\\frac{1}{2}x | 1/2x",
        "a-b | b-a",
        "a+b-c | a-b+c",
        "a+b<c | b<c+a",
        "2^{-x+1} | 2^{1}-x",
        "2020-01-05 | 2020-05-01",
        "A-B-C | A-C-B",
        "red or blue + green | green + red or blue",
        "a b | ab",
        // units
        "5 cm | 5 m",
        "5 cm | 5 cm^2",
        "12 apples | 12 pears",
        "10% | 0.1",
        "10% | 10 cm",
        "\\$5 | 5 cents",
        "5 million | 5",
        "2 thirds | 2",
        "2 dozen | 2",
        "5 pi | 5",
        "5 or more | 5",
        "5 m | 5m",
        "5i | 5",
        // several values
        "(1,2) | (2,1)",
        "(1,2) | [1,2]",
        "[1,2) | (1,2]",
        "(1,2) | (1,2,3)",
        "(1,2) | 1",
        "(1,2) | 2",
        "1,2 | 12",
        "\\{1,2\\} | \\{1,3\\}",
        "\\{1,1,2\\} | \\{1,2,2\\}",
        "\\{1,2\\} | (1,2)",
        "\\{5\\} | 5",
        "[5] | 5",
        "(1,2),(3,4) | (1,2)",
        "(0,1]\\cup[2,3) | (0,3)",
        "1 < x < 2 | [1,2]",
        "1 < x < 2 | 2",
        // names
        "x=5 | y=5",
        "x=5 | 6",
        "2x=5 | 5",
        "x<5 | 5",
        "x=5 or x=6 | 6",
      })
  void shouldTakeForDifferent(String a, String b) {
    assertThat(AnswerMatcher.matches(boxed(a), b)).as("%s is %s", a, b).isFalse();
    assertThat(AnswerMatcher.matches(boxed(b), a)).as("%s is %s", b, a).isFalse();
  }

  @Test
  void shouldTellNumbersByTheirValueHoweverTheyAreWritten() {
    Random random = new Random(17);
    for (int round = 0; round < 5_000; round++) {
      int a = random.nextInt(-300, 300);
      int b = random.nextInt(4) == 0 ? a : random.nextInt(-300, 300);

      String one = boxed(fortieths(a, random));
      String other = fortieths(b, random);

      assertThat(AnswerMatcher.matches(one, other)).as("%s is %s", one, other).isEqualTo(a == b);
    }
  }

  /** Some way to write {@code value / 40}. */
  private static String fortieths(int value, Random random) {
    String sign = value < 0 ? random.nextBoolean() ? "-" : "\u2212" : "";
    int size = Math.abs(value);
    String decimal = BigDecimal.valueOf(size).divide(BigDecimal.valueOf(40)).toPlainString();
    int times = random.nextInt(1, 5);
    return sign
        + switch (random.nextInt(6)) {
          case 0 -> decimal;
          case 1 -> decimal + (decimal.contains(".") ? "00" : ".0");
          case 2 -> size * times + "/" + 40 * times;
          case 3 -> "\\frac{%d}{%d}".formatted(size * times, 40 * times);
          case 4 -> "%d\\dfrac{%d}{40}".formatted(size / 40, size % 40);
          default -> "%d 10^{-3}".formatted(size * 25).replace(" ", "\\times");
        };
  }

  @Test
  void shouldEndureWhatAModelMayWrite() {
    String deep = "(".repeat(20_000) + "5" + ")".repeat(20_000);

    assertThat(AnswerMatcher.matches("\\boxed{" + deep + "}", "5")).isFalse();
    assertThat(AnswerMatcher.matches("1,".repeat(20_000) + " so 5", "5")).isTrue();
    assertThat(AnswerMatcher.matches("5" + ".".repeat(20_000), "5")).isTrue();
    assertThat(AnswerMatcher.matches("9".repeat(20_000), "5")).isFalse();
    assertThat(AnswerMatcher.matches("9".repeat(20_000) + "^{99}", "5")).isFalse();
    assertThat(AnswerMatcher.matches("{".repeat(20_000), "{")).isFalse();
    assertThat(AnswerMatcher.matches("5 " + "a ".repeat(20_000), "5")).isTrue();
  }

  private static String boxed(String text) {
    return "so \\boxed{" + text + "}.";
  }
}
