package dev.linchpin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which package may know which. A package that is not listed here may not exist. */
@AnalyzeClasses(
    packages = ArchitectureTest.ROOT,
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  static final String ROOT = "dev.linchpin";

  private static final List<String> NOTHING = List.of();
  private static final List<String> STREAMS_FEATURE =
      List.of("stream", "wire", "probe", "activation", "reasoning", "quality");
  private static final List<String> MODEL_FEATURE =
      List.of("lm", "node", "wire", "probe", "activation", "reasoning", "quality");

  private static final Map<String, List<String>> ALLOWED =
      Map.ofEntries(
          entry("reasoning", NOTHING),
          entry("broker", NOTHING),
          entry("quality", NOTHING),
          entry("registry", NOTHING),
          entry("kernel", NOTHING),
          entry("activation", List.of("kernel", "reasoning")),
          entry("probe", List.of("kernel", "activation", "reasoning")),
          entry("lm", List.of("activation", "reasoning")),
          entry("wire", List.of("probe", "activation", "reasoning")),
          entry("node", List.of("wire")),
          entry("inference", MODEL_FEATURE),
          entry("ablation", MODEL_FEATURE),
          entry("log", List.of("wire")),
          entry("archive", List.of("log", "wire", "reasoning")),
          entry("catalogue", List.of("log", "wire", "probe", "activation", "reasoning")),
          entry(
              "training",
              List.of(
                  "catalogue", "log", "lm", "wire", "probe", "activation", "reasoning", "quality")),
          entry("deadletters", List.of("log", "wire", "reasoning")),
          entry("stream", List.of("wire")),
          entry("scoring", STREAMS_FEATURE),
          entry("labelling", STREAMS_FEATURE),
          entry(
              "replay",
              List.of(
                  "scoring",
                  "stream",
                  "catalogue",
                  "log",
                  "wire",
                  "probe",
                  "activation",
                  "reasoning",
                  "quality")),
          entry("alerting", STREAMS_FEATURE),
          entry(
              "dashboard",
              List.of(
                  "alerting",
                  "replay",
                  "stream",
                  "catalogue",
                  "log",
                  "wire",
                  "probe",
                  "activation",
                  "reasoning",
                  "quality")),
          entry("reasoner", List.of("lm", "activation", "reasoning")),
          entry(
              "study",
              List.of(
                  "reasoner",
                  "inference",
                  "ablation",
                  "training",
                  "lm",
                  "wire",
                  "probe",
                  "activation",
                  "reasoning",
                  "quality")));

  @ArchTest
  static final ArchRule packagesDependOnlyOnTheirAllowList =
      CompositeArchRule.of(
              new TreeMap<>(ALLOWED)
                  .entrySet().stream().map(e -> allowList(e.getKey(), e.getValue())).toList())
          .as("packages know only those on their allow-list");

  @ArchTest
  static final ArchRule everyPackageIsListed =
      classes().should().resideInAnyPackage(trees(Stream.concat(known(), Stream.of("app"))));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyWireSeesGeneratedAvroClasses =
      onlyIn(Stream.of("wire"), ROOT + ".wire.avro..");

  @ArchTest
  static final ArchRule onlyModelsTrainingAndKernelsSeeDjl =
      onlyIn(Stream.of("lm", "training", "reasoner", "app.bench.kernel"), "ai.djl..");

  @ArchTest
  static final ArchRule onlyBrokerSeesKafkaServer =
      onlyIn(
          Stream.of("broker"),
          "kafka..",
          "org.apache.kafka.metadata..",
          "org.apache.kafka.server..");

  private static ArchRule allowList(String name, List<String> allowed) {
    String[] own = trees(Stream.concat(Stream.of(name), allowed.stream()));
    return classes()
        .that()
        .resideInAPackage(tree(name))
        .should()
        .onlyDependOnClassesThat(outsideLinchpin().or(resideInAnyPackage(own)))
        .as(name + " should know only " + allowed)
        .allowEmptyShould(true);
  }

  private static ArchRule onlyIn(Stream<String> owners, String... restricted) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(trees(owners))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(restricted)
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaClass> outsideLinchpin() {
    return describe("outside " + ROOT, javaClass -> !resideInAPackage(ROOT + "..").test(javaClass));
  }

  private static Stream<String> known() {
    return ALLOWED.keySet().stream();
  }

  private static String[] trees(Stream<String> names) {
    return names.map(ArchitectureTest::tree).toArray(String[]::new);
  }

  private static String tree(String name) {
    return ROOT + "." + name + "..";
  }
}
