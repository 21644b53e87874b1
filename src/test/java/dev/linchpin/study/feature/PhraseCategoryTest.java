package dev.linchpin.study.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PhraseCategoryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Hmm, k is 5.; FILLER",
        "Wait. Let me check.; VERIFICATION",
        "LET ME RECONSIDER; VERIFICATION",
        "First, I will add; PLANNING",
        "Let\u2019s see; FILLER",
        "Okay, so we need k, adding b; FILLER PLANNING COMPUTATION",
        "Actually, let me think; FILLER VERIFICATION",
        "We know that by definition; FACT_RETRIEVAL",
        "the padding awaits; VERIFICATION COMPUTATION",
        "We needed it; PLANNING",
        "double  check; ''",
        "k= 5 plus m= 9; ''",
        "''; ''",
      })
  void shouldFindAllCategoriesOfAStep(String text, String expected) {
    assertThat(categories(text))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" ", -1));
  }

  @ParameterizedTest
  @EnumSource(PhraseCategory.class)
  void shouldFindEachOfItsPhrases(PhraseCategory category) {
    assertThat(category.phrases())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(phrase -> phrase.equals(phrase.toLowerCase(Locale.ROOT).strip()))
        .allMatch(category::in);
  }

  @Test
  void shouldHaveAsManyPhrasesAsThePaperLists() {
    assertThat(Arrays.stream(PhraseCategory.values()).map(c -> c.phrases().count()))
        .containsExactly(15L, 14L, 14L, 15L, 12L);
  }

  private static Set<PhraseCategory> categories(String text) {
    return Arrays.stream(PhraseCategory.values())
        .filter(category -> category.in(text))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(PhraseCategory.class)));
  }
}
