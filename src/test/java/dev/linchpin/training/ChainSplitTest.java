package dev.linchpin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChainSplitTest {
  private static final List<LabelledStep> STEPS = PlantedSteps.draw(10_000, 1, 1, x -> x[0] > 0);

  @Test
  void shouldKeepEveryStepAndNoChainOnTwoSides() {
    ChainSplit split = ChainSplit.of(STEPS, 1);

    Set<Integer> all = new HashSet<>(indices(split.train()));
    all.addAll(indices(split.validation()));
    all.addAll(indices(split.test()));
    assertThat(all).hasSameSizeAs(STEPS);
    assertThat(chains(split.train()))
        .doesNotContainAnyElementsOf(chains(split.validation()))
        .doesNotContainAnyElementsOf(chains(split.test()));
    assertThat(chains(split.validation())).doesNotContainAnyElementsOf(chains(split.test()));
  }

  @Test
  void shouldShareChainsOutAsStated() {
    ChainSplit split = ChainSplit.of(STEPS, 1);

    assertThat(chains(split.train()).size() / 1000.0).isCloseTo(0.70, within(0.04));
    assertThat(chains(split.validation()).size() / 1000.0).isCloseTo(0.15, within(0.04));
    assertThat(chains(split.test()).size() / 1000.0).isCloseTo(0.15, within(0.04));
  }

  @Test
  void shouldKeepAChainsSideWhateverElseThereIs() {
    List<LabelledStep> shuffled = new ArrayList<>(STEPS);
    Collections.shuffle(shuffled, new Random(2));

    ChainSplit whole = ChainSplit.of(STEPS, 1);
    ChainSplit part = ChainSplit.of(shuffled.subList(0, 500), 1);

    assertThat(chains(whole.train())).containsAll(chains(part.train()));
    assertThat(chains(whole.validation())).containsAll(chains(part.validation()));
    assertThat(chains(whole.test())).containsAll(chains(part.test()));
  }

  @Test
  void shouldSplitOtherwiseForAnotherSeed() {
    assertThat(chains(ChainSplit.of(STEPS, 2).test()))
        .isNotEqualTo(chains(ChainSplit.of(STEPS, 1).test()));
  }

  @Test
  void shouldBalanceEachEpochAndUseAllStepsInTheLongRun() {
    List<LabelledStep> steps = PlantedSteps.draw(400, 1, 3, x -> x[0] > 0.8);
    Examples examples = new StepList(steps);
    int important = SideCounts.of(examples).important();
    BalancedEpochs epochs = new BalancedEpochs(examples, new Random(1));

    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      int[] epoch = epochs.next();
      assertThat(epoch).hasSize(epochs.size()).doesNotHaveDuplicates();
      assertThat(SideCounts.of(new Subset(examples, epoch)).important()).isEqualTo(important);
      assertThat(SideCounts.of(new Subset(examples, epoch)).removable()).isEqualTo(important);
      Arrays.stream(epoch).forEach(seen::add);
    }

    assertThat(seen).hasSameSizeAs(steps);
  }

  @Test
  void shouldRefuseActivationsThatAreNotFinite() {
    float[] broken = {0f, Float.NaN};

    assertThatThrownBy(() -> PlantedSteps.step(13, broken, true))
        .hasMessage("step 3 of chain-1: expected finite activations, got NaN at index 1");
  }

  private static Set<String> chains(Examples side) {
    return Set.copyOf(Labels.chainIds(side));
  }

  private static List<Integer> indices(Examples side) {
    return Arrays.stream(((Subset) side).indices()).boxed().toList();
  }
}
