package dev.linchpin.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LayerSelectionTest {

  /** Four blocks, two wide. */
  private static final float[] ALL = {1, 2, 3, 4, 5, 6, 7, 8};

  static Stream<Arguments> selections() {
    LayerSelection some = LayerSelection.of(List.of(1, 4));
    return Stream.of(
        Arguments.of(LayerSelection.ALL, 4, ALL, "all"),
        Arguments.of(some, 2, new float[] {1, 2, 7, 8}, "1,4"),
        Arguments.of(LayerSelection.of(List.of(3)), 1, new float[] {5, 6}, "3"),
        Arguments.of(LayerSelection.ALL.mean(), 1, new float[] {4, 5}, "mean of all"),
        Arguments.of(some.mean(), 1, new float[] {4, 5}, "mean of 1,4"));
  }

  @ParameterizedTest
  @MethodSource("selections")
  void shouldTakeWhatItsShapeSays(
      LayerSelection selection, int rows, float[] expected, String text) {
    // When
    CaptureShape shape = selection.shape(4, 2, Pooling.MEAN);
    float[] taken = selection.of(ALL, 2);

    // Then
    assertThat(taken).containsExactly(expected);
    assertThat(shape).isEqualTo(new CaptureShape(rows, 2, Pooling.MEAN, selection));
    assertThat(shape.selection()).hasToString(text);
  }

  @Test
  void shouldCallAListOfAllLayersAll() {
    assertThat(LayerSelection.of(List.of(1, 2, 3)).shape(3, 2, Pooling.LAST))
        .isEqualTo(new CaptureShape(3, 2, Pooling.LAST));
  }

  @Test
  void shouldTellOtherLayersApart() {
    assertThat(LayerSelection.of(List.of(1, 2)).shape(4, 2, Pooling.MEAN))
        .isNotEqualTo(LayerSelection.of(List.of(1, 3)).shape(4, 2, Pooling.MEAN))
        .isNotEqualTo(new CaptureShape(2, 2, Pooling.MEAN));
  }

  static Stream<List<Integer>> wrongNumbers() {
    return Stream.of(List.of(0), List.of(-1, 2), List.of(2, 1), List.of(2, 2));
  }

  @ParameterizedTest
  @MethodSource("wrongNumbers")
  void shouldRefuseNumbersThatAreNotAscendingFromOne(List<Integer> numbers) {
    assertThatThrownBy(() -> LayerSelection.of(numbers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected numbers of layers from 1, ascending, got " + numbers);
  }

  @Test
  void shouldRefuseALayerThatTheModelLacks() {
    LayerSelection selection = LayerSelection.of(List.of(2, 5));

    assertThatThrownBy(() -> selection.shape(4, 2, Pooling.MEAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected layers from 1 to 4, got [2, 5]");
  }

  @Test
  void shouldRefuseAShapeWithOtherRowsThanItsLayers() {
    assertThatThrownBy(() -> new CaptureShape(3, 2, Pooling.MEAN, LayerSelection.of(List.of(1, 2))))
        .hasMessage("expected as many rows as layers 1,2 gives, got 3");
    assertThatThrownBy(() -> new CaptureShape(2, 2, Pooling.MEAN, LayerSelection.ALL.mean()))
        .hasMessage("expected as many rows as layers mean of all gives, got 2");
  }
}
