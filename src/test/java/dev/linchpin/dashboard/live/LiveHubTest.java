package dev.linchpin.dashboard.live;

import static dev.linchpin.dashboard.chain.ChainSamples.BEGAN;
import static dev.linchpin.dashboard.chain.ChainSamples.completed;
import static dev.linchpin.dashboard.chain.ChainSamples.finished;
import static dev.linchpin.dashboard.chain.ChainSamples.scored;
import static dev.linchpin.dashboard.chain.ChainSamples.started;
import static dev.linchpin.dashboard.chain.ChainSamples.writtenAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.linchpin.dashboard.chain.ChainRecord;
import dev.linchpin.dashboard.chain.Exposure;
import dev.linchpin.dashboard.http.ProblemException;
import dev.linchpin.reasoning.LeadTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

final class LiveHubTest {
  private static final Wish ALL = new Wish(Optional.empty(), Optional.empty(), 60);

  private final List<Message> received = new ArrayList<>();
  private final Consumer<Message> subscriber = received::add;
  private Instant now = BEGAN;
  private final List<LeadTime> measured = new ArrayList<>();
  private final LiveHub hub = new LiveHub(new LiveBoard(Exposure.TEXT, measured::add), () -> now);

  @Test
  void shouldBeginWithTheChainsAsTheyAre() {
    // Given
    start("a");
    complete("a", 0);
    score("a", 0, 0.9);

    // When
    hub.subscribe(ALL, Optional.empty(), subscriber);

    // Then
    JsonNode chain = data(0).at("/chains/0");
    assertThat(received.get(0).event()).isEqualTo(Message.Kind.SNAPSHOT);
    assertThat(chain.at("/chainId").asText()).isEqualTo("a");
    assertThat(chain.at("/steps/0/text").asText()).isEqualTo("step 0");
    assertThat(chain.at("/steps/0/scores/0/score").asDouble()).isEqualTo(0.9);
  }

  @Test
  void shouldSendWhatHappensAsOneFrame() {
    // Given
    hub.subscribe(ALL, Optional.empty(), subscriber);
    start("a");
    complete("a", 0);
    score("a", 0, 0.1);
    complete("a", 1);

    // When
    hub.flush();

    // Then
    assertThat(received).hasSize(2);
    assertThat(types(1))
        .containsExactly(
            "chainStarted", "stepCompleted", "stepScored", "stepCompleted", "leadTime");
    assertThat(data(1).at("/events/4/leadTimeMs").asDouble()).isEqualTo(900);
    assertThat(measured).extracting(LeadTime::ahead).containsExactly(Duration.ofMillis(900));
  }

  @Test
  void shouldSendNothingOfWhatWasKnown() {
    // Given
    start("a");
    complete("a", 0);
    hub.subscribe(ALL, Optional.empty(), subscriber);

    // When
    start("a");
    complete("a", 0);
    hub.flush();

    // Then
    assertThat(received).hasSize(1);
  }

  @Test
  void shouldGoOnWhereASubscriberWasCutOff() {
    // Given
    hub.subscribe(ALL, Optional.empty(), subscriber);
    start("a");
    hub.flush();
    hub.unsubscribe(ALL, subscriber);
    complete("a", 0);
    hub.flush();
    complete("a", 1);
    hub.flush();

    // When
    List<Message> later = new ArrayList<>();
    hub.subscribe(ALL, received.get(1).id(), later::add);

    // Then
    assertThat(later).extracting(Message::event).containsOnly(Message.Kind.BATCH).hasSize(2);
    assertThat(received).hasSize(2);
  }

  @Test
  void shouldSayWhenItDoesNotKnowWhereASubscriberWas() {
    hub.subscribe(ALL, Optional.of("another-process-3"), subscriber);

    assertThat(received)
        .extracting(Message::event)
        .containsExactly(Message.Kind.RESET, Message.Kind.SNAPSHOT);
  }

  @Test
  void shouldShowWholeChainsOnlyAndSayHowManyItLeavesOut() {
    // Given
    Wish two = new Wish(Optional.empty(), Optional.empty(), 2);
    hub.subscribe(two, Optional.empty(), subscriber);
    IntStream.range(0, 5).forEach(i -> start("c" + i));
    IntStream.range(0, 5).forEach(i -> complete("c" + i, 0));

    // When
    hub.flush();

    // Then
    assertThat(chains(1)).containsExactly("c0", "c1", "c0", "c1");
    JsonNode sampling = data(1).at("/sampling");
    assertThat(sampling.at("/shown").asInt()).isEqualTo(2);
    assertThat(sampling.at("/running").asInt()).isEqualTo(5);
    assertThat(sampling.at("/sampled").asBoolean()).isTrue();
    assertThat(sampling.at("/droppedSteps").asInt()).isEqualTo(3);
  }

  @Test
  void shouldPickTheNextChainWhenOneEnds() {
    // Given
    Wish one = new Wish(Optional.empty(), Optional.empty(), 1);
    hub.subscribe(one, Optional.empty(), subscriber);
    start("a");
    start("b");
    hub.apply(new ChainRecord.Finished(finished("a", 1)));

    // When
    start("c");
    hub.flush();

    // Then
    assertThat(chains(1)).containsExactly("a", "a", "c");
  }

  @Test
  void shouldPickAnotherChainWhenOneHasBeenQuietForLong() {
    // Given
    Wish one = new Wish(Optional.empty(), Optional.empty(), 1);
    hub.subscribe(one, Optional.empty(), subscriber);
    start("dead");
    now = now.plus(Duration.ofMinutes(2));

    // When
    start("b");
    hub.flush();

    // Then
    assertThat(chains(1)).containsExactly("dead", "b");
  }

  @Test
  void shouldFollowOneChainOrOneModel() {
    // Given
    List<Message> ofModel = new ArrayList<>();
    hub.subscribe(new Wish(Optional.of("b"), Optional.empty(), 60), Optional.empty(), subscriber);
    hub.subscribe(
        new Wish(Optional.empty(), Optional.of("other"), 60), Optional.empty(), ofModel::add);
    start("a");
    start("b");
    hub.apply(new ChainRecord.Started(started("o", "other", BEGAN)));

    // When
    hub.flush();

    // Then
    assertThat(chains(1)).containsExactly("b");
    assertThat(ofModel.get(1).data()).contains("\"o\"").doesNotContain("\"a\"");
  }

  @Test
  void shouldTellEverybodyOfWhatIsAboutNoChain() {
    // Given
    hub.subscribe(ALL, Optional.empty(), subscriber);

    // When
    hub.publish(new LiveEvent.ProbeEvaluated("tiny/main/1"));
    hub.flush();

    // Then
    assertThat(data(1).at("/events/0").toString())
        .isEqualTo("{\"type\":\"evaluated\",\"probe\":\"tiny/main/1\"}");
  }

  @Test
  void shouldBeatWhenNothingHappens() {
    // Given
    hub.subscribe(ALL, Optional.empty(), subscriber);
    now = now.plusSeconds(5);

    // When
    hub.flush();

    // Then
    assertThat(received)
        .extracting(Message::event)
        .containsExactly(Message.Kind.SNAPSHOT, Message.Kind.HEARTBEAT);
  }

  @Test
  void shouldRefuseTooManyDifferentWishes() {
    // Given
    IntStream.range(0, 200)
        .forEach(i -> hub.subscribe(wish("chain" + i), Optional.empty(), message -> {}));

    // Then
    assertThatThrownBy(() -> hub.subscribe(wish("one more"), Optional.empty(), subscriber))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void shouldMeasureStepsPerSecond() {
    // Given
    hub.subscribe(ALL, Optional.empty(), subscriber);
    start("a");
    IntStream.range(0, 50).forEach(i -> complete("a", i));
    now = now.plusSeconds(5);

    // When
    complete("a", 50);
    hub.flush();

    // Then
    assertThat(data(1).at("/sampling/stepsPerSecond").asDouble()).isEqualTo(10);
  }

  private static Wish wish(String chain) {
    return new Wish(Optional.of(chain), Optional.empty(), 60);
  }

  private void start(String chain) {
    hub.apply(new ChainRecord.Started(started(chain)));
  }

  private void complete(String chain, int index) {
    hub.apply(new ChainRecord.Completed(completed(chain, index)));
  }

  private void score(String chain, int index, double score) {
    hub.apply(new ChainRecord.Scored(scored(chain, index, score), writtenAt(index)));
  }

  private JsonNode data(int message) {
    try {
      return new ObjectMapper().readTree(received.get(message).data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> types(int message) {
    return each(message, "type");
  }

  private List<String> chains(int message) {
    return each(message, "chainId");
  }

  private List<String> each(int message, String field) {
    return StreamSupport.stream(data(message).at("/events").spliterator(), false)
        .map(event -> event.get(field).asText())
        .toList();
  }
}
