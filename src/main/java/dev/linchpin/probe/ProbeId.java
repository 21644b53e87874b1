package dev.linchpin.probe;

/**
 * Identity of a probe version.
 *
 * @param model name of the model whose activations it reads
 * @param name name of the probe
 * @param version version, from 1
 */
public record ProbeId(String model, String name, int version) {
  public ProbeId {
    if (model.isBlank() || name.isBlank() || version < 1) {
      throw new IllegalArgumentException(
          "expected a model, a name and a version >= 1, got "
              + model
              + "/"
              + name
              + " v"
              + version);
    }
  }

  /** Key on the {@code probes} topic and of evaluations: model, name and version. */
  public String key() {
    return model + "/" + name + "/" + version;
  }
}
