package dev.linchpin.dashboard.chain;

import dev.linchpin.dashboard.http.Part;
import dev.linchpin.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;

/** The part that knows chains. */
@ApplicationScoped
public class Chains {
  private final Part<Kept> part = new Part<>("the chain view");
  private final MeterRegistry meters;

  private record Kept(ChainKeeper keeper, ChainDirectory directory, ChainSettings settings) {}

  @Inject
  Chains(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * Begins to keep chains. They can be asked for as soon as what was kept before is restored.
   *
   * @param scheme how instances ask each other, {@code http} or {@code https}
   * @throws IllegalStateException when topics are missing or not as they have to be
   */
  public void start(ChainSettings settings, Topics topics, String scheme) {
    ChainKeeper keeper = new ChainKeeper(settings, topics, meters, Clock.systemUTC());
    Kept kept = new Kept(keeper, new ChainDirectory(keeper, new Peers(scheme)), settings);
    part.set(kept);
    keeper.start();
  }

  /** Stops keeping them. */
  public void stop() {
    Kept kept = part.clear();
    if (kept != null) {
      kept.keeper().close();
    }
  }

  /** Dashboards that share the chains. */
  public List<Instance> instances() {
    return part.get().keeper().instances();
  }

  /**
   * A chain, wherever it lives.
   *
   * @param headers of the request for it, by which another instance is asked
   * @throws dev.linchpin.dashboard.http.ProblemException with 404 where there is none
   */
  public ChainView find(String chainId, HttpHeaders headers) {
    return directory().chain(chainId, false, Caller.of(headers));
  }

  ChainDirectory directory() {
    return part.get().directory();
  }

  Retention retention() {
    return part.get().settings().retention();
  }
}
