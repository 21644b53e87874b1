package dev.linchpin.study.finding;

import dev.linchpin.study.report.Section;
import java.util.List;

/** One of the paper's questions, put to one model. */
public interface Finding {

  /** Its name in files. */
  String key();

  /**
   * What it shows on a model. Sections of several models are joined into one.
   *
   * @param of the model
   * @param all the models of the study, that one among them
   */
  Section about(Material of, List<Material> all);
}
