package dev.linchpin.app.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.reasoning.StepRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

final class StepPlanTest {
  private static final int PARTITIONS = 3;

  @Test
  void shouldGiveEveryStepOnceAndEveryChainItsStepsInOrder() {
    // Given
    StepPlan plan = new StepPlan(6, 5, PARTITIONS);

    // When
    List<StepRef> steps = LongStream.range(0, 600).mapToObj(plan::step).toList();

    // Then
    assertThat(steps).doesNotHaveDuplicates();
    Map<String, List<Integer>> byChain =
        steps.stream()
            .collect(
                Collectors.groupingBy(
                    StepRef::chainId, Collectors.mapping(StepRef::stepIndex, Collectors.toList())));
    assertThat(byChain.values()).allSatisfy(indices -> assertThat(indices).isSorted());
    assertThat(byChain.values()).anySatisfy(i -> assertThat(i).containsExactly(0, 1, 2, 3, 4));
  }

  @Test
  void shouldGiveEveryPartitionAsManySteps() {
    // Given
    StepPlan plan = new StepPlan(6, 5, PARTITIONS);

    // When
    Map<Integer, Long> byPartition =
        LongStream.range(0, 600)
            .mapToObj(plan::step)
            .collect(Collectors.groupingBy(StepPlanTest::partition, Collectors.counting()));

    // Then
    assertThat(byPartition.values()).containsExactly(200L, 200L, 200L);
  }

  private static int partition(StepRef step) {
    return Utils.toPositive(Utils.murmur2(step.chainId().getBytes(UTF_8))) % PARTITIONS;
  }
}
