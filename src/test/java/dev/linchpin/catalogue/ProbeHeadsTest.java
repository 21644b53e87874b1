package dev.linchpin.catalogue;

import static dev.linchpin.catalogue.PublishedProbes.MODEL;
import static dev.linchpin.catalogue.PublishedProbes.challenger;
import static dev.linchpin.catalogue.PublishedProbes.champion;
import static dev.linchpin.catalogue.PublishedProbes.day;
import static dev.linchpin.catalogue.PublishedProbes.formerChampion;
import static dev.linchpin.catalogue.PublishedProbes.head;
import static dev.linchpin.catalogue.PublishedProbes.heads;
import static dev.linchpin.catalogue.PublishedProbes.id;
import static dev.linchpin.catalogue.PublishedProbes.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.probe.ProbeId;
import dev.linchpin.probe.ProbeStatus;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProbeHeadsTest {
  private static final ProbeHead ELSEWHERE =
      head(new ProbeId("other", "layerwise", 9), ProbeStatus.CHAMPION, Optional.of(day(9)));

  @Test
  void shouldCountVersionsByModelWhateverTheName() {
    ProbeHead mean = head(new ProbeId(MODEL, "mean", 4), ProbeStatus.RETIRED, Optional.empty());

    assertThat(heads().nextVersion(MODEL)).isEqualTo(1);
    assertThat(heads(ELSEWHERE).nextVersion(MODEL)).isEqualTo(1);
    assertThat(heads(champion(1, 1), mean, ELSEWHERE).nextVersion(MODEL)).isEqualTo(5);
  }

  @Test
  void shouldListByModelAndVersion() {
    ProbeHeads heads = heads(challenger(10), ELSEWHERE, champion(2, 1));

    assertThat(heads.all())
        .extracting(head -> head.id().key())
        .containsExactly("other/layerwise/9", "tiny/layerwise/2", "tiny/layerwise/10");
    assertThat(heads.of(MODEL)).extracting(head -> head.id().version()).containsExactly(2, 10);
    assertThat(heads.challengers(MODEL)).containsExactly(challenger(10));
  }

  @Test
  void shouldChooseTheChampionPromotedLast() {
    ProbeHeads heads = heads(champion(3, 1), champion(1, 2), challenger(4), ELSEWHERE);

    assertThat(heads.champion(MODEL)).contains(champion(1, 2));
    assertThat(heads.champions(MODEL)).containsExactly(champion(1, 2), champion(3, 1));
    assertThat(heads(champion(2, 1), champion(3, 1)).champion(MODEL)).contains(champion(3, 1));
    assertThat(heads(challenger(1), rejected(2)).champion(MODEL)).isEmpty();
  }

  @Test
  void shouldTakeAChampionOfUnknownReignByItsTraining() {
    ProbeHead old = head(id(7), ProbeStatus.CHAMPION, Optional.empty());

    assertThat(heads(old, champion(1, 1)).champion(MODEL)).contains(champion(1, 1));
  }

  @Test
  void shouldRollBackToTheChampionBeforeThePresentOne() {
    ProbeHeads heads =
        heads(formerChampion(1, 1), formerChampion(2, 3), rejected(3), champion(4, 5));

    assertThat(heads.rollbackTarget(MODEL)).isEqualTo(formerChampion(2, 3));
  }

  @Test
  void shouldNotRollBackToOneThatWasRolledBackAfterThePresentOne() {
    // Given: 2 began on day 3, 1 was promoted again on day 5
    ProbeHeads heads = heads(formerChampion(2, 3), champion(1, 5), formerChampion(3, 6));

    assertThat(heads.rollbackTarget(MODEL)).isEqualTo(formerChampion(2, 3));
  }

  @Test
  void shouldRollBackToTheLatestFormerChampionWhereThereIsNoneNow() {
    assertThat(heads(formerChampion(1, 1), formerChampion(2, 3)).rollbackTarget(MODEL))
        .isEqualTo(formerChampion(2, 3));
  }

  @Test
  void shouldSayThatThereIsNothingToRollBackTo() {
    assertThatThrownBy(
            () -> heads(champion(1, 1), rejected(2), challenger(3)).rollbackTarget(MODEL))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessage(
            "expected a retired former champion of tiny to roll back to, got none among"
                + " [layerwise/1, layerwise/2, layerwise/3]");
  }

  @Test
  void shouldBeginAReignAfterAllOthersHoweverClocksDiffer() {
    ProbeHeads heads = heads(champion(1, 5), formerChampion(2, 7));

    assertThat(heads.nextReign(MODEL, () -> day(6).plusNanos(1999)))
        .isEqualTo(day(6).plus(1, ChronoUnit.MICROS));
    assertThat(heads.nextReign(MODEL, () -> day(3))).isEqualTo(day(5).plus(1, ChronoUnit.MICROS));
    assertThat(heads().nextReign(MODEL, () -> day(3))).isEqualTo(day(3));
  }

  @Test
  void shouldFindAProbeByIdKeyAndVersion() {
    ProbeHeads heads = heads(champion(1, 1), challenger(2), ELSEWHERE);

    assertThat(heads.get(id(2))).isEqualTo(challenger(2));
    assertThat(heads.get("tiny/layerwise/2")).isEqualTo(challenger(2));
    assertThat(heads.version(MODEL, 2)).isEqualTo(challenger(2));
  }

  @Test
  void shouldSayWhichProbesThereAreInPlaceOfAnUnknownOne() {
    ProbeHeads heads = heads(champion(1, 1), challenger(2), ELSEWHERE);

    assertThatThrownBy(() -> heads.get(id(3)))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessage(
            "expected a published probe, got tiny/layerwise/3; versions of tiny: [layerwise/1,"
                + " layerwise/2]");
    assertThatThrownBy(() -> heads.get("tiny/2"))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessage(
            "expected a published probe, got tiny/2; there are [other/layerwise/9,"
                + " tiny/layerwise/1, tiny/layerwise/2]");
    assertThatThrownBy(() -> heads.version(MODEL, 5))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessageStartingWith("expected one version 5 of a probe for tiny, got 0");
  }

  @Test
  void shouldNameANewProbeByWhatIsFree() {
    ProbeHeads heads = heads(champion(1, 1), challenger(4));
    ProbeId mean = new ProbeId(MODEL, "mean", 4);

    assertThat(heads.freeOrNext(id(2))).isEqualTo(id(2));
    assertThat(heads.freeOrNext(mean)).isEqualTo(new ProbeId(MODEL, "mean", 5));
    assertThat(heads.free(id(7))).isEqualTo(id(7));
    assertThatThrownBy(() -> heads.free(mean))
        .isInstanceOf(RefusedChangeException.class)
        .hasMessage(
            "expected a version that is free, got 4; versions of tiny: [layerwise/1, layerwise/4]");
  }
}
