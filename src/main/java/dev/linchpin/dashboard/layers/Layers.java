package dev.linchpin.dashboard.layers;

import dev.linchpin.dashboard.http.Part;
import dev.linchpin.wire.Cluster;
import jakarta.enterprise.context.ApplicationScoped;

/** The part that knows what layers contribute. */
@ApplicationScoped
public class Layers {
  private final Part<LayerReader> part = new Part<>("the layer map");

  /** Can be asked from now on. */
  public void start(Cluster cluster) {
    part.set(new LayerReader(cluster));
  }

  /** Ends it. */
  public void stop() {
    LayerReader reader = part.clear();
    if (reader != null) {
      reader.close();
    }
  }

  LayerReader reader() {
    return part.get();
  }
}
