package dev.toolwire.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the code to `ARCHITECTURE.md`: the rooms, the arrows between them, and what may not be in
/// which.
class HouseTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.toolwire");

  /// A package and those of ours that it may use.
  enum Room {
    JSON,
    CONVERSATION(JSON),
    MODEL(CONVERSATION, JSON),
    TOOL(MODEL, CONVERSATION, JSON),
    RESCUE(TOOL, MODEL, CONVERSATION, JSON),
    PROMPTED(RESCUE, MODEL, CONVERSATION, JSON),
    LOOP(RESCUE, TOOL, MODEL, CONVERSATION, JSON),
    TOOLBOX(LOOP, TOOL, MODEL, CONVERSATION, JSON),
    WIRE_JSON(MODEL, JSON),
    WIRE(WIRE_JSON, MODEL, CONVERSATION, JSON),
    WIRE_EVENTSTREAM(MODEL, JSON),
    WIRE_SSE(WIRE, MODEL),
    WIRE_CHAT(WIRE, WIRE_JSON, WIRE_SSE, MODEL, CONVERSATION, JSON),
    WIRE_CONVERSE(WIRE, WIRE_JSON, WIRE_EVENTSTREAM, MODEL, CONVERSATION, JSON),
    WIRE_MESSAGES(WIRE, WIRE_JSON, WIRE_SSE, MODEL, CONVERSATION, JSON),
    QUIRK(PROMPTED, WIRE, MODEL, CONVERSATION, JSON),
    WIRE_INVOKE(
        WIRE, WIRE_JSON, WIRE_EVENTSTREAM, WIRE_CONVERSE, WIRE_MESSAGES, MODEL, CONVERSATION, JSON),
    PROVIDER(
        QUIRK,
        WIRE,
        WIRE_EVENTSTREAM,
        WIRE_CONVERSE,
        WIRE_MESSAGES,
        WIRE_CHAT,
        WIRE_INVOKE,
        MODEL,
        CONVERSATION,
        JSON),
    SIMULATOR_YAML(JSON),
    SIMULATOR(
        SIMULATOR_YAML,
        WIRE,
        WIRE_EVENTSTREAM,
        WIRE_CONVERSE,
        WIRE_MESSAGES,
        WIRE_CHAT,
        WIRE_INVOKE,
        MODEL,
        CONVERSATION,
        JSON),
    LAB_CAMPAIGN(MODEL),
    JUNIT(SIMULATOR, WIRE, MODEL, CONVERSATION, JSON),
    LAB_REPLAY(LAB_CAMPAIGN, WIRE, MODEL, CONVERSATION, JSON),
    LAB_STALL,
    LAB_RECORDING(LAB_CAMPAIGN, LAB_STALL, WIRE, MODEL, JSON),
    LAB_STUDY(LAB_RECORDING, LAB_STALL),
    LAB_SCENARIO(SIMULATOR_YAML, TOOLBOX, TOOL, MODEL, CONVERSATION, JSON),
    LAB_JUDGE(LAB_SCENARIO, LOOP, RESCUE, TOOL, MODEL, CONVERSATION, JSON),
    LAB_STATS(LAB_JUDGE, LAB_SCENARIO, CONVERSATION),
    LAB_PAGE,
    LAB_PAGE_STALL(LAB_PAGE, LAB_STUDY, LAB_STALL, LAB_RECORDING, JSON),
    LAB_PAGE_COMPARE(
        LAB_PAGE, LAB_STATS, LAB_JUDGE, LAB_SCENARIO, RESCUE, TOOL, MODEL, CONVERSATION, JSON),
    LAB_COMPARE(
        LAB_CAMPAIGN,
        LAB_JUDGE,
        LAB_REPLAY,
        LAB_SCENARIO,
        LOOP,
        RESCUE,
        TOOL,
        PROVIDER,
        SIMULATOR,
        WIRE,
        MODEL,
        CONVERSATION,
        JSON),
    LAB_REPORT(LAB_PAGE, LAB_STATS, LAB_JUDGE, LAB_SCENARIO, CONVERSATION, JSON),
    LAB_STRATEGY(
        LAB_CAMPAIGN,
        LAB_RECORDING,
        LAB_STALL,
        LOOP,
        PROMPTED,
        TOOL,
        PROVIDER,
        SIMULATOR,
        WIRE,
        MODEL,
        CONVERSATION,
        JSON),
    CLI(
        LAB_RECORDING,
        LAB_STALL,
        LAB_STRATEGY,
        LAB_STUDY,
        LAB_PAGE_STALL,
        LAB_CAMPAIGN,
        LAB_COMPARE,
        LAB_PAGE,
        LAB_PAGE_COMPARE,
        LAB_REPORT,
        LAB_SCENARIO,
        LAB_STATS,
        TOOLBOX,
        LOOP,
        PROMPTED,
        RESCUE,
        TOOL,
        QUIRK,
        PROVIDER,
        SIMULATOR,
        MODEL,
        CONVERSATION,
        JSON);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes
    private final Set<Room> below;

    Room(Room... below) {
      this.below = Set.of(below);
    }

    String packageName() {
      return "dev.toolwire." + Word.of(this).replace('_', '.');
    }
  }

  @ParameterizedTest
  @EnumSource(Room.class)
  void eachRoomUsesOnlyThoseBelowIt(Room room) {
    var mayUse =
        Stream.concat(Stream.of(room), room.below.stream())
            .map(Room::packageName)
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage(room.packageName())
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("dev.toolwire..")).or(resideInAnyPackage(mayUse)))
        .check(HOUSE);
  }

  @Test
  void everyPackageIsARoom() {
    assertThat(packages())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Room.values()).map(Room::packageName).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "picocli.., cli",
    "io.helidon.., simulator",
    "org.snakeyaml.., simulator.yaml",
    "tools.jackson.dataformat.., simulator",
    "org.apache.hc.., provider",
    "software.amazon.awssdk.regions.., provider",
    "com.github.victools.., tool",
    "org.apache.commons.statistics.., lab..",
  })
  void aLibraryStaysInItsRoom(String library, String room) {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.toolwire." + room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(HOUSE);
  }

  /// A tool's input is validated by its schema, and a service validates the schema itself.
  @Test
  void schemasAreValidatedByTheToolRoomAndTheCodecs() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.toolwire.tool", "dev.toolwire.wire.json")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.networknt..")
        .check(HOUSE);
  }

  @Test
  void noSocketAndNoFileInCoreAndCodecs() {
    noClasses()
        .that(areCoreOrCodec())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net.http..")
                .or(named("java\\.io\\.(File|RandomAccess).*"))
                .or(named("java\\.net\\.(Socket|ServerSocket|Datagram|URLConnection).*")))
        .check(HOUSE);
  }

  /// The loop's default for a clock that callers may replace.
  @Test
  void noClockInCoreAndCodecsBesideTheReplaceableOnes() {
    noClasses()
        .that(
            areCoreOrCodec()
                .and(not(named("dev\\.toolwire\\.(model\\.Ticker|loop\\.AlarmClock).*"))))
        .should()
        .accessTargetWhere(readsTheClock())
        .check(HOUSE);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Base|Abstract\\w*)")
        .check(HOUSE);
  }

  private static DescribedPredicate<JavaClass> areCoreOrCodec() {
    return resideInAnyPackage(
        Stream.of(
                Room.JSON,
                Room.CONVERSATION,
                Room.MODEL,
                Room.TOOL,
                Room.RESCUE,
                Room.LOOP,
                Room.WIRE)
            .map(room -> room.packageName() + "..")
            .toArray(String[]::new));
  }

  private static DescribedPredicate<JavaClass> named(String regex) {
    var pattern = Pattern.compile(regex);
    return DescribedPredicate.describe(
        "named " + regex, type -> pattern.matcher(type.getFullName()).matches());
  }

  private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
    var clock =
        Pattern.compile(
            "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)"
                + "|java\\.time\\.\\w+\\.(now|system\\w*)");
    return DescribedPredicate.describe(
        "a clock",
        access ->
            clock
                .matcher(access.getTargetOwner().getFullName() + "." + access.getName())
                .matches());
  }

  @Test
  void architecturePageNamesEveryModuleAndPackage() throws IOException {
    String page = Files.readString(Path.of("..", "ARCHITECTURE.md"));
    String parent = Files.readString(Path.of("..", "pom.xml"));
    List<String> modules =
        Pattern.compile("<module>(.+?)</module>")
            .matcher(parent)
            .results()
            .map(m -> m.group(1))
            .toList();

    assertThat(modules).allSatisfy(module -> assertThat(page).contains("| `" + module + "` |"));
    assertThat(packages()).allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
    assertThat(Pattern.compile("\\| `(dev\\.toolwire\\S+)` \\|").matcher(page).results())
        .allSatisfy(named -> assertThat(packages()).contains(named.group(1)));
  }

  private static Set<String> packages() {
    return HOUSE.stream()
        .map(JavaClass::getPackageName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
