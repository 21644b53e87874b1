package dev.linchpin.dashboard.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.linchpin.dashboard.http.ProblemException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.state.HostInfo;
import org.jboss.logging.Logger;

/** Chains wherever they live. */
final class ChainDirectory {
  private static final Logger LOG = Logger.getLogger(ChainDirectory.class);

  private final ChainKeeper keeper;
  private final Peers peers;

  ChainDirectory(ChainKeeper keeper, Peers peers) {
    this.keeper = keeper;
    this.peers = peers;
  }

  /**
   * A chain, from the instance where it lives.
   *
   * @param forwarded whether another instance asks, which is not sent on
   * @throws ProblemException with 404 where there is none, 503 while it moves
   */
  ChainView chain(String chainId, boolean forwarded, Caller caller) {
    KeyQueryMetadata home = keeper.home(chainId);
    Optional<ChainView> chain =
        keeper.isSelf(home.activeHost()) || forwarded
            ? keeper.chain(chainId, home.partition())
            : remote(home.activeHost(), chainId, caller);
    return chain.orElseThrow(
        () -> ProblemException.notFound("there is no chain " + chainId + ", or no longer"));
  }

  private Optional<ChainView> remote(HostInfo host, String chainId, Caller caller) {
    String path = ChainsResource.PATH + "/" + encoded(chainId) + "?scope=local";
    try {
      return peers.get(host, path, caller, ChainView.class);
    } catch (UncheckedIOException e) {
      throw ProblemException.unavailable(
          "the instance that has the chain does not answer: " + text(host));
    }
  }

  /**
   * The newest chains of all instances.
   *
   * @throws ProblemException with 503 while chains of this one move
   */
  ChainList newest(ChainQuery query, Caller caller) {
    List<ChainSummary> found = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    keeper
        .homes()
        .forEach(
            (host, partitions) -> {
              if (keeper.isSelf(host)) {
                found.addAll(keeper.newest(query, partitions));
              } else {
                ask(host, partitions, query, caller)
                    .ifPresentOrElse(found::addAll, () -> silent.add(text(host)));
              }
            });
    return ChainList.of(found, query.limit(), silent);
  }

  /** As another instance asks for them, which knows that these partitions are here. */
  ChainList newest(ChainQuery query, List<Integer> partitions) {
    return ChainList.of(keeper.newest(query, partitions), query.limit(), List.of());
  }

  private Optional<List<ChainSummary>> ask(
      HostInfo host, List<Integer> partitions, ChainQuery query, Caller caller) {
    String numbers = partitions.stream().map(String::valueOf).collect(joining(","));
    String path = ChainsResource.PATH + "?partitions=" + numbers + "&" + query.text();
    try {
      return peers.get(host, path, caller, ChainList.class).map(ChainList::chains);
    } catch (UncheckedIOException e) {
      LOG.warnf("Instance did not answer: host=%s cause=%s", text(host), e.getMessage());
      return Optional.empty();
    }
  }

  private static String text(HostInfo host) {
    return host.host() + ":" + host.port();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
