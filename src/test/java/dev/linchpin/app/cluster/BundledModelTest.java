package dev.linchpin.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.reasoner.BundledReasoner;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundledModelTest {

  @TempDir Path home;

  @Test
  void shouldFindTheModelAboveTheProgram() throws Exception {
    Path model = model(home);

    assertThat(
            BundledModel.find(
                BundledReasoner.QWEN2,
                home.resolve("target/quarkus-app/run.jar"),
                home.resolve("else")))
        .contains(model);
  }

  @Test
  void shouldFindTheModelInTheWorkingDirectory() throws Exception {
    Path model = model(home.resolve("here"));

    assertThat(
            BundledModel.find(BundledReasoner.QWEN2, home.resolve("run.jar"), home.resolve("here")))
        .contains(model);
  }

  @Test
  void shouldNotTakeAFolderWithoutAConfigurationForAModel() throws Exception {
    Files.createDirectories(home.resolve("models/reasoner"));

    assertThat(BundledModel.find(BundledReasoner.QWEN2, home.resolve("run.jar"), home)).isEmpty();
  }

  private static Path model(Path folder) throws Exception {
    Path model = Files.createDirectories(folder.resolve("models/reasoner"));
    Files.writeString(model.resolve("config.json"), "{}");
    return model;
  }
}
