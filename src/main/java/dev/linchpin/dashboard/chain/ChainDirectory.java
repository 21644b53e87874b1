package dev.linchpin.dashboard.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

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
          "the instance that has the chain does not answer: " + host.host() + ":" + host.port());
    }
  }

  /** The newest chains of this instance and, unless another instance asks, of all others. */
  ChainList newest(ChainQuery query, boolean forwarded, Caller caller) {
    List<ChainSummary> found =
        new ArrayList<>(keeper.newest(query.filter(), query.after(), query.limit()));
    List<String> silent = new ArrayList<>();
    if (!forwarded) {
      for (Instance other : keeper.instances()) {
        if (!other.self() && other.partitions() > 0) {
          ask(other, query, caller, found, silent);
        }
      }
    }
    return ChainList.of(found, query.limit(), silent);
  }

  private void ask(
      Instance other,
      ChainQuery query,
      Caller caller,
      List<ChainSummary> found,
      List<String> silent) {
    try {
      String path = ChainsResource.PATH + "?scope=local&" + query.text();
      peers
          .get(other.address(), path, caller, ChainList.class)
          .ifPresent(list -> found.addAll(list.chains()));
    } catch (UncheckedIOException e) {
      LOG.warnf("Instance did not answer: host=%s cause=%s", other.host(), e.getMessage());
      silent.add(other.host());
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
